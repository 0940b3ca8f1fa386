import type { MeshPoint, RgbImage } from './face.ts'
import { faceAxes } from './face-axes.ts'
import { luma } from './luma.ts'
import { medianColour, samplePatch } from './sample-patch.ts'

/** What a photo tells of the hair: `#rrggbb` as it looks there, and whether it falls beside the neck. */
export type HairReading = { readonly colour: string; readonly length: 'short' | 'long' }

const FOREHEAD = 10
const CHIN = 152
const CHEEKS = [50, 280]
/** Where the hairline is looked for: widths of the face beside its middle, and heights above the mesh's forehead. */
const COLUMNS = [-0.2, -0.12, -0.04, 0.04, 0.12, 0.2]
const HIGHEST_HAIRLINE = 0.36
/** Colours further than this from the forehead's (root of the squared channel differences, 0..441) are no skin. */
const HAIRLINE_DISTANCE = 58
/** Colours with less difference between their channels, as a share of the largest, are grey or black. */
const GREY = 0.1
/** Colours nearer than this to the hair's are hair, in light or in shade. */
const HAIR_DISTANCE = 70
/** Share of the places beside the neck that must look like hair. */
const LONG_SHARE = 0.4

/**
 * Reads hair colour and length off a photo. The colour is the median of what lies just above the forehead and is not skin;
 * hair is long when the same colour is found on either side below the jaw. Undefined where no hair is seen.
 */
export function measureHair(image: RgbImage, mesh: readonly MeshPoint[]): HairReading | undefined {
  const axes = faceAxes(mesh)
  const radius = Math.max(2, axes.width * 0.025)
  const skin = medianColour(CHEEKS.flatMap((cheek) => patchAt(image, axes.from(cheek, 0, 0), radius)))
  const columns = COLUMNS.map((across) => firstHair(image, axes, across, radius))
  const hairy = columns.flat()
  const seen = columns.filter((column) => column.length > 0).length
  if (seen < COLUMNS.length / 2) return undefined
  const colour = medianColour(hairy)
  return { colour: toHex(hairHue(colour)), length: isLong(image, axes, colour, skin) ? 'long' : 'short' }
}

/** Goes up from the middle of the forehead to where its colour changes, and a little further. */
function firstHair(
  image: RgbImage,
  axes: ReturnType<typeof faceAxes>,
  across: number,
  radius: number,
): Colour[] {
  const forehead = medianColour(patchAt(image, axes.from(FOREHEAD, across * 0.8, -0.06), radius))
  for (let up = 0.02; up <= HIGHEST_HAIRLINE; up += 0.02) {
    const here = patchAt(image, axes.from(FOREHEAD, across, up), radius)
    if (here.length === 0) return []
    if (distance(medianColour(here), forehead) < HAIRLINE_DISTANCE) continue
    return [0.03, 0.06, 0.09].flatMap((further) =>
      patchAt(image, axes.from(FOREHEAD, across, up + further), radius),
    )
  }
  return []
}

function isLong(image: RgbImage, axes: ReturnType<typeof faceAxes>, hair: Colour, skin: Colour): boolean {
  const shares = ([-1, 1] as const).map((side) => {
    const places = [0.38, 0.48, 0.58].flatMap((across) =>
      [-0.02, -0.12, -0.22].map((up) => axes.from(CHIN, side * across, up)),
    )
    const looksLikeHair = places.filter((place) => {
      const pixels = patchAt(image, place, Math.max(2, axes.width * 0.02))
      if (pixels.length === 0) return false
      const seen = medianColour(pixels)
      return distance(seen, hair) < HAIR_DISTANCE && distance(seen, hair) < distance(seen, skin)
    })
    return looksLikeHair.length / places.length
  })
  return Math.max(...shares) >= LONG_SHARE
}

/**
 * Hair is grey, or between yellow and red: coloured light and the leaves behind a strand make it greenish or blue on a photo.
 * Green and blue are brought to where brown and blond hair have them, as far as the colour is not grey or black anyway.
 */
function hairHue(seen: Colour): Colour {
  const [red, green, blue] = seen
  const vivid = (Math.max(...seen) - Math.min(...seen)) / Math.max(1, Math.max(...seen))
  if (vivid < GREY) return seen
  const warm: Colour = [Math.max(red, green * 1.24), green, Math.min(blue, green * 0.8)]
  const share = Math.min(1, (vivid - GREY) / GREY)
  const towards = (from: number, to: number): number => Math.min(255, from + (to - from) * share)
  return [towards(red, warm[0]), towards(green, warm[1]), towards(blue, warm[2])]
}

type Colour = readonly [number, number, number]

function patchAt(image: RgbImage, [x, y]: readonly [number, number], radius: number): Colour[] {
  return samplePatch(image, x, y, radius)
}

function distance(one: Colour, other: Colour): number {
  return (
    Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]) +
    Math.abs(luma(...one) - luma(...other)) * 0.2
  )
}

function toHex(colour: Colour): string {
  return `#${colour.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`
}
