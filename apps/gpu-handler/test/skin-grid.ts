import { skinColour } from '../src/images/child-colours.ts'
import type { Rgb } from '../src/images/colour.ts'
import type { RawImage } from '../src/images/raw-image.ts'

/** How a sampler strays, and how a page is lit: every combination is tried on every tone. */
const lightness = [0.82, 0.9, 1, 1.1, 1.2]
const casts: readonly Rgb[] = [
  [1, 1, 1],
  [1.05, 1, 0.94],
  [0.95, 1, 1.06],
  [1.02, 0.96, 1.02],
]
const shading = [0.1, 0.28]

const SIDE = 96
/** Skin is a round face of this radius; around it a coat, which the mask covers too. */
const RADIUS = 34
const coat: Rgb = [48, 96, 160]

export type SkinCase = {
  readonly name: string
  readonly painted: RawImage<3>
  /** The median of all skin pixels of the same face, had nothing strayed. */
  readonly wanted: Rgb
}

/** Forty faces of one Monk tone: shaded from one side, with paper grain, strayed by lightness and cast. */
export function skinCases(tone: number): SkinCase[] {
  return shading.flatMap((depth) =>
    lightness.flatMap((light) =>
      casts.map((cast, index) => ({
        name: `tone ${tone}, light ${light}, cast ${index}, shading ${depth}`,
        painted: face(tone, depth, light, cast),
        wanted: medianOfFace(face(tone, depth, 1, [1, 1, 1])),
      })),
    ),
  )
}

function face(tone: number, depth: number, light: number, cast: Rgb): RawImage<3> {
  const data = new Uint8Array(SIDE * SIDE * 3)
  const colour = skinColour(tone)
  for (let i = 0; i < SIDE * SIDE; i++) {
    const shade = 1 + depth * ((i % SIDE) / SIDE - 0.5) * 2
    // A fixed hash for grain of up to 3 % either way.
    const grain = 1 + (((Math.imul(i + 1, 2_654_435_761) >>> 8) % 61) - 30) / 1000
    for (const [channel, value] of colour.entries()) {
      const strayed = value * shade * grain * light * (cast[channel] ?? 1)
      data[i * 3 + channel] = isFace(i) ? Math.min(255, Math.round(strayed)) : (coat[channel] ?? 0)
    }
  }
  return { data, width: SIDE, height: SIDE, channels: 3 }
}

export function isFace(pixel: number): boolean {
  return Math.hypot((pixel % SIDE) - SIDE / 2, Math.floor(pixel / SIDE) - SIDE / 2) <= RADIUS
}

/** Everything is the person's: the coat's pixels may be told from skin only by colour. */
export function everywhere(): RawImage<1> {
  return { data: new Uint8Array(SIDE * SIDE).fill(255), width: SIDE, height: SIDE, channels: 1 }
}

/** Of all face pixels, found or not. */
export function medianOfFace({ data }: RawImage<3>): Rgb {
  const pixels = Array.from({ length: SIDE * SIDE }, (_, i) => i).filter(isFace)
  const middle = (channel: number) =>
    pixels.map((i) => data[i * 3 + channel] ?? 0).sort((a, b) => a - b)[pixels.length >> 1] ?? 0
  return [middle(0), middle(1), middle(2)]
}
