import { apart, groupColours, nearest } from './colour-groups.ts'
import type { MeshPoint, RgbImage } from './face.ts'
import { faceAxes } from './face-axes.ts'
import { BEHIND, besideMouth, besideNeck, coloursAt, HEAD, type Place, SKIN } from './hair-places.ts'
import { type Lab, type Rgb, toLab } from './lab-colour.ts'
import { luma } from './luma.ts'
import { medianColour } from './sample-patch.ts'

/** What a photo tells of the hair: `#rrggbb` as it looks there, and whether it falls beside the neck. */
export type HairReading = { readonly colour: string; readonly length: 'short' | 'long' }

/** Colours about the forehead fall into this many groups: hair in light and shade, skin, background. */
const GROUPS = 6
/** Skin in light and in shade, as shares of its colour. */
const SKIN_LIGHTS = [1.12, 1, 0.85, 0.72]
/** Distances (see `apart`) from skin, below which a group is skin and above which it is surely none, on skin of USUAL_SKIN. */
const SKIN_DISTANCE = [4, 15] as const
const USUAL_SKIN = 60
/** Colours of the background nearer than this are a group's own. */
const BACKGROUND_DISTANCE = 10
/** A group with less than this score is no hair; those with this share of the best one's, and not further from it, are too. */
const LEAST_SCORE = 0.006
const ALSO_HAIR = { share: 0.35, distance: 22 }
/** Hair's colour is that of its lighter part, as we see it. */
const SHADED_SHARE = 0.35
/** Colours nearer than this to one seen in the hair are hair, and so must be this share of the places on one side of long hair. */
const LIKE_HAIR = 11
const LONG_SHARE = 0.33
/** Colours with less difference between their channels, as a share of the largest, are grey or black. */
const GREY = 0.1

/**
 * Reads hair colour and length off a photo. What lies about the forehead is put in groups of like colours; hair is the group
 * that is large, no skin and not found behind the head. Hair is long when the same colours are beside the mouth and below
 * the jaw on one side. Undefined where no hair is seen.
 */
export function measureHair(image: RgbImage, mesh: readonly MeshPoint[]): HairReading | undefined {
  const axes = faceAxes(mesh)
  const look = (places: readonly Place[]) => coloursAt(image, axes, places)
  const labs = (places: readonly Place[]) => look(places).map(({ colour }) => toLab(colour))
  const skin = look(SKIN).map(({ colour }) => colour)
  const behind = labs(BEHIND)
  const head = look(HEAD).map(({ colour, weight }) => ({ colour, weight, lab: toLab(colour) }))
  const { means, groupOf } = groupColours(
    head.map(({ lab }) => lab),
    GROUPS,
  )
  const total = head.reduce((sum, { weight }) => sum + weight, 0)
  const scores = means.map((mean, group) => {
    const share = head.reduce((sum, { weight }, i) => sum + (groupOf[i] === group ? weight : 0), 0) / total
    return share * isNoSkin(mean, skin) * isNotBehind(mean, behind)
  })
  const best = scores.indexOf(Math.max(...scores))
  const [bestScore = 0, bestMean] = [scores[best], means[best]]
  if (bestMean === undefined || bestScore < LEAST_SCORE) return undefined
  const isHair = means.map(
    (mean, i) => (scores[i] ?? 0) > ALSO_HAIR.share * bestScore && apart(mean, bestMean) < ALSO_HAIR.distance,
  )
  const hair = head.filter((_, i) => isHair[groupOf[i] ?? -1])
  const seen = hair.map(({ lab }) => lab)
  const others = [...behind, ...skin.map(toLab)]
  const shareOfHair = (places: readonly Place[]) => {
    const colours = labs(places)
    const like = colours.filter((here) => nearest(here, seen) < Math.min(LIKE_HAIR, nearest(here, others)))
    return like.length / Math.max(1, colours.length)
  }
  const isLong = ([-1, 1] as const).some((side) =>
    [besideMouth(side), besideNeck(side)].every((places) => shareOfHair(places) >= LONG_SHARE),
  )
  return { colour: toHex(hairHue(lighterMean(hair))), length: isLong ? 'long' : 'short' }
}

/** 0 for skin in any light, 1 for what is surely none. Lighter than the skin hair is seldom. */
function isNoSkin(mean: Lab, skin: readonly Rgb[]): number {
  const lights = SKIN_LIGHTS.flatMap((light) =>
    skin.map(([red, green, blue]) => toLab([red * light, green * light, blue * light])),
  )
  const usual = toLab(medianColour(skin))
  // Deep skin and black hair are nearer to each other.
  const scale = Math.min(1, usual[0] / USUAL_SKIN)
  const distance = nearest(mean, lights)
  const lighter = 0.6 * ease(-4, 8, mean[0] - usual[0]) * (1 - ease(15, 28, distance))
  return ease(SKIN_DISTANCE[0] * scale, SKIN_DISTANCE[1] * scale, distance) * (1 - lighter)
}

/** 1 for what is nowhere behind the head; less, but never nothing, for hair before a wall of its own colour. */
function isNotBehind(mean: Lab, behind: readonly Lab[]): number {
  if (behind.length === 0) return 1
  const share = behind.filter((colour) => apart(colour, mean) < BACKGROUND_DISTANCE).length / behind.length
  return 1 - 0.8 * ease(0.02, 0.3, share)
}

function lighterMean(hair: readonly { readonly colour: Rgb; readonly weight: number }[]): Rgb {
  const total = hair.reduce((sum, { weight }) => sum + weight, 0)
  let below = 0
  const lit = hair
    .toSorted((a, b) => luma(...a.colour) - luma(...b.colour))
    .filter(({ weight }) => {
      below += weight
      return below >= SHADED_SHARE * total
    })
  const kept = lit.reduce((sum, { weight }) => sum + weight, 0)
  const mean = (channel: 0 | 1 | 2) =>
    lit.reduce((sum, { colour, weight }) => sum + (colour[channel] * weight) / kept, 0)
  return [mean(0), mean(1), mean(2)]
}

/**
 * Hair is grey, or between yellow and red: coloured light and the leaves behind a strand make it greenish or blue on a photo.
 * Green and blue are brought to where brown and blond hair have them, as far as the colour is not grey or black anyway.
 */
function hairHue(seen: Rgb): Rgb {
  const [red, green, blue] = [Math.max(seen[0], seen[1] * 1.02), seen[1], Math.min(seen[2], seen[1] * 1.04)]
  const vivid = (Math.max(...seen) - Math.min(...seen)) / Math.max(1, ...seen)
  const share = Math.min(1, Math.max(0, (vivid - GREY) / GREY))
  const towards = (from: number, to: number): number => Math.min(255, from + (to - from) * share)
  return [towards(red, Math.max(red, green * 1.24)), green, towards(blue, Math.min(blue, green * 0.8))]
}

function ease(low: number, high: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - low) / (high - low)))
  return t * t * (3 - 2 * t)
}

function toHex(colour: Rgb): string {
  return `#${colour.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`
}
