import type { MeshPoint, RgbImage } from './face.ts'
import { type FaceAxes, faceAxes } from './face-axes.ts'
import { luma } from './luma.ts'
import { medianColour, samplePatch } from './sample-patch.ts'

/** What a photo tells of the hair: `#rrggbb` as it looks there, and whether it falls beside the neck. */
export type HairReading = { readonly colour: string; readonly length: 'short' | 'long' }

type Colour = readonly [red: number, green: number, blue: number]
/** Widths of the face right of a mesh point, and heights above it. */
type Place = readonly [across: number, up: number]

const FOREHEAD = 10
const CHIN = 152
const CHEEKS = [50, 280]

/** Above the mesh's forehead lies hair, whatever the hairline: of bald heads, skin or what is behind them. */
const ACROSS_HEAD = [-0.24, -0.16, -0.08, 0, 0.08, 0.16, 0.24]
const HAIRLINE = places(ACROSS_HEAD, [0.08, 0.13, 0.18])
const CROWN = places(ACROSS_HEAD, [0.23, 0.28, 0.33])
/** So far beside and above a face there is no hair of it. */
const BEHIND = places([-1.25, -1.1, 1.1, 1.25], [-0.35, -0.1, 0.15, 0.4])
/** Beside the mouth, and beside the neck below the chin: long hair is at both, a beard or a dark coat at one of them. */
const BESIDE_MOUTH = places([0.53, 0.59, 0.65, 0.71], [0.14, 0.22, 0.3])
const BESIDE_NECK = places([0.36, 0.44, 0.52, 0.6], [-0.06, -0.14, -0.22])

/** See `apart`: colours nearer than these to the background's or the forehead's are no hair. */
const LIKE_BACKGROUND = 17
const LIKE_SKIN = 12
const LIKE_SHADED_SKIN = 7
/** What is brighter (0..255) is a light or a wall. */
const LIGHTEST_HAIR = 215
const SHADES = [0.85, 0.72]
/** Brightness (0..255) of the skin that these distances were measured on. */
const USUAL_SKIN = 165
/** Colours nearer than this to one seen in the hair are hair. */
const LIKE_HAIR = 15
/** So many places above the forehead tell the hair's colour, and fewer than the least are no hair. */
const ENOUGH_HAIR = 9
const LEAST_HAIR = 4
/** Share of the places on one side that must be hair to make it long. */
const LONG_SHARE = 0.33
/** Colours with less difference between their channels, as a share of the largest, are grey or black. */
const GREY = 0.1

/**
 * Reads hair colour and length off a photo. The colour is the median of what lies above the forehead and is neither skin nor
 * background; hair is long when the same colour is found beside the mouth and below the jaw on one side. Undefined where
 * no hair is seen.
 */
export function measureHair(image: RgbImage, mesh: readonly MeshPoint[]): HairReading | undefined {
  const axes = faceAxes(mesh)
  const look = (from: number, spots: readonly Place[]) => coloursAt(image, axes, from, spots)
  const skin = CHEEKS.map((cheek) => medianColour(look(cheek, [[0, 0]])))
  const behind = look(FOREHEAD, BEHIND)
  const forehead = medianColour(look(FOREHEAD, places([-0.1, 0, 0.1], [-0.1])))
  const inShade = [forehead, ...skin].flatMap((colour) => SHADES.map((shade) => dimmed(colour, shade)))
  // Deep skin and black hair are nearer to each other.
  const scale = Math.min(1, luma(...forehead) / USUAL_SKIN)
  const isHair = (colour: Colour) =>
    luma(...colour) < LIGHTEST_HAIR &&
    nearest(colour, [forehead, ...skin]) > LIKE_SKIN * scale &&
    nearest(colour, inShade) > LIKE_SHADED_SKIN * scale ** 2
  const isBehind = (colour: Colour) => nearest(colour, behind) < LIKE_BACKGROUND
  const close = look(FOREHEAD, HAIRLINE).filter(isHair)
  const clear = close.filter((colour) => !isBehind(colour))
  const above = look(FOREHEAD, CROWN).filter((colour) => isHair(colour) && !isBehind(colour))
  // Closest to the forehead it is surely hair; a high forehead shows it further up; before a wall of its own colour it
  // cannot be told from the wall, but is hair nevertheless.
  const all = [...clear, ...above]
  const seen =
    [clear, all].find((colours) => colours.length >= ENOUGH_HAIR) ??
    [all, close].find((colours) => colours.length >= LEAST_HAIR)
  if (seen === undefined) return undefined
  const colour = medianColour(seen)
  const looksLikeHair = (here: Colour) =>
    nearest(here, seen) < LIKE_HAIR && nearest(here, seen) < nearest(here, [...behind, ...skin])
  const shareOf = (spots: readonly Place[], side: -1 | 1) => {
    const colours = look(
      CHIN,
      spots.map(([across, up]): Place => [side * across, up]),
    )
    return colours.filter(looksLikeHair).length / Math.max(1, colours.length)
  }
  const long = ([-1, 1] as const).some(
    (side) => shareOf(BESIDE_MOUTH, side) >= LONG_SHARE && shareOf(BESIDE_NECK, side) >= LONG_SHARE,
  )
  return { colour: toHex(hairHue(colour)), length: long ? 'long' : 'short' }
}

function places(across: readonly number[], up: readonly number[]): Place[] {
  return up.flatMap((height) => across.map((width): Place => [width, height]))
}

/** The median colour of a small patch at every place that is in the picture. */
function coloursAt(image: RgbImage, axes: FaceAxes, from: number, spots: readonly Place[]): Colour[] {
  const radius = Math.max(1.5, axes.width * 0.02)
  return spots.flatMap(([across, up]) => {
    const [x, y] = axes.from(from, across, up)
    const pixels = samplePatch(image, x, y, radius)
    return pixels.length === 0 ? [] : [medianColour(pixels)]
  })
}

/** How unlike two colours are: brightness counts less than hue, because hair shines and lies in shade. */
function apart(one: Colour, other: Colour): number {
  const brightness = luma(...one) - luma(...other)
  const blue = 0.564 * (one[2] - other[2] - brightness)
  const red = 0.713 * (one[0] - other[0] - brightness)
  return Math.hypot(0.4 * brightness, 1.3 * blue, 1.3 * red)
}

function dimmed([red, green, blue]: Colour, share: number): Colour {
  return [red * share, green * share, blue * share]
}

function nearest(colour: Colour, others: readonly Colour[]): number {
  return Math.min(Number.POSITIVE_INFINITY, ...others.map((other) => apart(colour, other)))
}

/**
 * Hair is grey, or between yellow and red: coloured light and the leaves behind a strand make it greenish or blue on a photo.
 * Green and blue are brought to where brown and blond hair have them, as far as the colour is not grey or black anyway.
 */
function hairHue(seen: Colour): Colour {
  const [red, green, blue] = [Math.max(seen[0], seen[1] * 1.02), seen[1], Math.min(seen[2], seen[1] * 1.04)]
  const vivid = (Math.max(...seen) - Math.min(...seen)) / Math.max(1, Math.max(...seen))
  if (vivid < GREY) return [red, green, blue]
  const warm: Colour = [Math.max(red, green * 1.24), green, Math.min(blue, green * 0.8)]
  const share = Math.min(1, (vivid - GREY) / GREY)
  const towards = (from: number, to: number): number => Math.min(255, from + (to - from) * share)
  return [towards(red, warm[0]), towards(green, warm[1]), towards(blue, warm[2])]
}

function toHex(colour: Colour): string {
  return `#${colour.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`
}
