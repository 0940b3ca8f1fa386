import { brushStroke, closedCurve } from './brush-stroke.ts'
import type { Gaze } from './expression.ts'
import type { EyePose } from './expression-pose.ts'
import { bulge, circle, type Points, path, pick } from './feature-shapes.ts'
import { clamp, type Field, sampleField } from './field.ts'
import { middle, type Point } from './frontal-face.ts'
import { EYES, type EyeGroup } from './landmark-groups.ts'

export type EyeShapes = {
  readonly white: string
  /** The upper lid's shadow on the eye. */
  readonly shade: string
  readonly iris: string
  readonly pupil: string
  readonly lash: string
  /** The fold above the lid and the edge below the eye. */
  readonly lid: string
  readonly sparkle: string
}

/**
 * Picture-book eyes: the person's own lids, a large iris, a tapered lash line and two sparkles.
 *
 * @param tone the photo's, see `softTone`: how dark the lashes are, and whether there is a fold above the lid
 */
export function eyeShapes(shape: Points, tone: Field, pose: EyePose, gaze: Gaze | undefined): EyeShapes {
  const look = gaze ?? ownGaze(shape)
  const shapes = EYES.map((eye, i) =>
    'closed' in pose
      ? closedEye(shape, eye, pose.closed)
      : openEye(shape, eye, { tone, pose, look, name: `eye${i}` }),
  )
  const join = (part: keyof EyeShapes) => shapes.map((drawn) => drawn[part]).join('')
  return {
    white: join('white'),
    shade: join('shade'),
    iris: join('iris'),
    pupil: join('pupil'),
    lash: join('lash'),
    lid: join('lid'),
    sparkle: join('sparkle'),
  }
}

/** The lids meet in a soft arc: it hangs in sleep, and the lashes lie on the cheek; it stands where a smile lifts the cheeks. */
function closedEye(shape: Points, eye: EyeGroup, arc: 'hanging' | 'standing'): EyeShapes {
  const { upper, lower, centre, height } = ownLids(shape, eye)
  const bow = upper.map(([x], i): Point => [x, centre[1] + height * (0.28 - 0.62 * bulge(i / 8, 1))])
  const line =
    arc === 'standing' ? bow : lower.map(([x, y], i): Point => [x, y - height * 0.12 * bulge(i / 8, 1)])
  const lash = path(brushStroke(line, (t) => 2 + 3.6 * bulge(t, 1)))
  const fold =
    arc === 'standing'
      ? ''
      : path(
          brushStroke(upper, (t) => 0.4 + 1.2 * bulge(t, 1)),
          0.2,
        )
  return { white: '', shade: '', iris: '', pupil: '', lash, lid: fold, sparkle: '' }
}

type OpenEye = {
  readonly tone: Field
  readonly pose: Extract<EyePose, { open: number }>
  readonly look: Gaze
  readonly name: string
}

function openEye(shape: Points, eye: EyeGroup, { tone, pose, look, name }: OpenEye): EyeShapes {
  // A gaze that sinks takes the upper lid along.
  const lids = posedLids(ownLids(shape, eye), pose.open * (1 - 0.16 * Math.max(0, look.down)), pose.cheek)
  const opening = closedCurve([...lids.upper, ...lids.lower.slice(1, -1).toReversed()])
  const clip = `<clipPath id="${name}">${path(opening)}</clipPath>`
  const clipped = (content: string) => `${clip}<g clip-path="url(#${name})">${content}</g>`
  const radius = clamp(lids.height * 0.57, lids.width * 0.25, lids.width * 0.31)
  const x = lids.centre[0] + look.right * 0.17 * lids.width
  const y = lids.centre[1] - lids.height * 0.02 + look.down * 0.2 * lids.height
  const outer = lids.upper[0] ?? lids.centre
  const side = Math.sign(outer[0] - lids.centre[0])
  const weight = lashWeight(lids.upper, tone)
  const lash = brushStroke(
    [[outer[0] + side * 4, outer[1] - 2.5], ...lids.upper],
    (t) => 1.2 + weight * bulge(t * 0.94, 0.62),
  )
  const under = brushStroke(lids.lower.slice(0, 8), (t) => 0.5 + (1.1 + 2 * pose.cheek) * bulge(t, 1))
  const crease = eye.crease.map((i) => pick(shape, i))
  const fold = brushStroke(crease, (t) => 0.5 + 1.5 * bulge(t, 1))
  const shadow = lids.upper.map(([lidX, lidY]): Point => [lidX, lidY + lids.height * 0.24])
  return {
    white: path(opening),
    shade: clipped(path(closedCurve([...lids.upper, ...shadow.toReversed()]))),
    iris: clipped(circle(x, y, radius)),
    pupil: clipped(circle(x, y, radius * 0.55)),
    lash: path(lash),
    lid: path(under, 0.6) + path(fold, foldDepth(crease, tone)),
    sparkle:
      circle(x - radius * 0.34, y - radius * 0.36, radius * 0.3) +
      circle(x + radius * 0.36, y + radius * 0.38, radius * 0.14),
  }
}

type Lids = {
  readonly upper: Points
  readonly lower: Points
  readonly centre: Point
  readonly width: number
  readonly height: number
}

/** Height and rise of the outer corner, in widths: those of the mean face, and those that they become in a picture book. */
const USUAL = { opening: 0.36, slant: -0.024 }
const STORYBOOK = { opening: 0.44, slant: -0.03 }
/** What sets a person's eyes apart from the mean is overdrawn. */
const OVERDRAWN = 1.8
/** No narrower, no rounder, and no more aslant than these, whatever the photo's light or a squint did. */
const OPENING = { least: 0.33, most: 0.65 }
const MOST_SLANT = 0.28

/** The person's own lids, with their opening and slant overdrawn. */
function ownLids(shape: Points, eye: EyeGroup): Lids {
  const upper = eye.upperLid.map((i) => pick(shape, i))
  const lower = eye.lowerLid.map((i) => pick(shape, i))
  const [outer, inner] = [upper[0] ?? [0, 0], upper.at(-1) ?? [0, 0]]
  const width = Math.max(1, Math.abs(outer[0] - inner[0]))
  const middleX = (outer[0] + inner[0]) / 2
  const middleY = (outer[1] + inner[1]) / 2
  const heightOf = (line: Points) => middle(line, [3, 4, 5])[1]
  const height = Math.max(2, heightOf(lower) - heightOf(upper))
  const opening = clamp(
    STORYBOOK.opening + OVERDRAWN * (height / width - USUAL.opening),
    OPENING.least,
    OPENING.most,
  )
  const slant = (outer[1] - inner[1]) / width
  const drawnSlant = clamp(STORYBOOK.slant + OVERDRAWN * (slant - USUAL.slant), -MOST_SLANT, MOST_SLANT)
  const outwards = Math.sign(outer[0] - inner[0])
  const redrawn = ([x, y]: Point): Point => {
    const across = ((x - middleX) * outwards) / width
    const offLine = y - (middleY + slant * width * across)
    return [x, middleY + drawnSlant * width * across + (offLine * opening * width) / height]
  }
  return withMiddle(upper.map(redrawn), lower.map(redrawn), width)
}

function posedLids({ upper, lower, centre, width, height }: Lids, open: number, cheek: number): Lids {
  const opened = ([x, y]: Point): Point => [x, centre[1] + (y - centre[1]) * open]
  const lifted = lower.map(opened).map(([x, y], i): Point => [x, y - cheek * height * bulge(i / 8, 1)])
  return withMiddle(upper.map(opened), lifted, width)
}

function withMiddle(upper: Points, lower: Points, width: number): Lids {
  const heightOf = (line: Points) => middle(line, [3, 4, 5])[1]
  const [top, bottom] = [heightOf(upper), heightOf(lower)]
  const ends = [upper[0] ?? [0, 0], upper.at(-1) ?? [0, 0]]
  const x = ends.reduce((sum, end) => sum + end[0] / 2, 0)
  return { upper, lower, centre: [x, (top + bottom) / 2], width, height: bottom - top }
}

/** Where the photo looks, the same for both eyes; most of a glance aside is taken back. */
function ownGaze(shape: Points): Gaze {
  const asides = EYES.map((eye) => {
    const [outer, inner] = [pick(shape, eye.upperLid[0] ?? 0), pick(shape, eye.upperLid.at(-1) ?? 0)]
    const width = Math.max(1, Math.abs(outer[0] - inner[0]))
    return (middle(shape, eye.iris.slice(0, 1))[0] - (outer[0] + inner[0]) / 2) / width
  })
  const aside = asides.reduce((sum, one) => sum + one, 0) / asides.length
  return { right: clamp(aside * 2.5, -0.6, 0.6), down: 0 }
}

/** How thick the lashes are: as dark as the photo has the lid's edge. */
function lashWeight(lid: Points, tone: Field): number {
  const darkness = lid.slice(1, -1).map(([x, y]) => {
    const rows = [-3, -1, 1, 3].map((dy) => sampleField(tone, x, y + dy))
    return 1 - Math.min(...rows)
  })
  const mean = darkness.reduce((sum, one) => sum + one, 0) / Math.max(1, darkness.length)
  return clamp(2.4 + 4.6 * mean, 2.8, 5.4)
}

/** How strongly the fold above the lid is drawn: hardly where the photo has none. */
function foldDepth(crease: Points, tone: Field): number {
  const depths = crease.slice(1, -1).map(([x, y]) => {
    const at = (dy: number) => sampleField(tone, x, y + dy)
    return (at(-5) + at(5)) / 2 - Math.min(at(-1), at(0), at(1))
  })
  const mean = depths.reduce((sum, one) => sum + one, 0) / Math.max(1, depths.length)
  return clamp(0.12 + 5 * mean, 0.08, 0.75)
}
