import { brushStroke } from './brush-stroke.ts'
import { clamp, type Field, sampleField } from './field.ts'
import { middle, type Point } from './frontal-face.ts'
import { EYES, type EyeGroup } from './landmark-groups.ts'

/** Stations along a brow, from its outer to its inner end. */
const STATIONS = 13
/** Half the height, in canvas pixels, in which a brow is looked for around the mesh's own brow. */
const REACH_PX = 15
/** How far below its outer end a brow's inner end may lie, canvas pixels: it lies above it, or a child scowls in a smile. */
const MOST_INNER_DROP_PX = -2
/** Canvas pixels by which a station may differ from the brow's usual distance to the mesh. */
const MOST_BEND_PX = 4
/** What sets a brow apart from the usual thickness and arch is overdrawn: brows tell people apart. */
const OVERDRAWN = 1.5
/** An arch is told apart from a straight brow without a hook at its top. */
const ARCH_OVERDRAWN = 0.7
const USUAL_PX = 7.5
const THINNEST_PX = 4.6
const THICKEST_PX = 15
const USUAL_ARCH_PX = 8
/** Tones above this are skin. */
const SKIN_TONE = 0.93

/** A brow as the photo has it: its line, its thickness along the line, and how dark it is against skin (0..1). */
export type Brow = {
  readonly line: readonly Point[]
  readonly thickness: readonly number[]
  readonly depth: number
}

/**
 * The mesh knows only roughly where a brow is. Each is found again as the dark band across `tone` (see `softTone`): at
 * every station the middle of its darkness and how wide that is.
 */
export function findBrows(shape: readonly Point[], tone: Field): Brow[] {
  const found = EYES.map((eye) => findBrow(shape, eye, tone))
  const [first, second] = found
  // One brow may lie under hair: the darker one then stands for both.
  const depth = Math.max(first?.depth ?? 0, second?.depth ?? 0)
  return asOnePair(found).map((brow) => ({ ...brow, depth: 0.5 * (depth + brow.depth) }))
}

/** Of two brows at different heights one lies raised or under hair: drawn, that is a sneer on every page. */
const ALIKE = 0.9

/** Both brows brought towards the form that they have in common, the better seen one counting for more. */
function asOnePair(found: readonly Brow[]): Brow[] {
  const certainties = found.map(({ depth }) => 0.05 + depth)
  const total = certainties.reduce((sum, one) => sum + one, 0)
  const common = (measure: (brow: Brow) => number) =>
    found.reduce((sum, brow, i) => sum + (measure(brow) * (certainties[i] ?? 0)) / total, 0)
  return found.map((brow) => ({
    ...brow,
    line: brow.line.map(([x, y], i): Point => [x, y + ALIKE * (common(({ line }) => line[i]?.[1] ?? y) - y)]),
    thickness: brow.thickness.map(
      (own, i) => own + ALIKE * (common(({ thickness }) => thickness[i] ?? own) - own),
    ),
  }))
}

function findBrow(shape: readonly Point[], eye: EyeGroup, tone: Field): Brow {
  const meshLine = eye.browTop.map((top, i) => middle(shape, [top, eye.browBottom[i] ?? top]))
  const stations = Array.from({ length: STATIONS }, (_, i) => along(meshLine, i / (STATIONS - 1)))
  const bands = stations.map((point) => darkBand(point, tone))
  const offsets = smoothed(withoutOutliers(bands.map((band) => band.offset)))
  const thickness = smoothed(bands.map((band) => band.thickness))
  const depths = bands.map((band) => band.depth).sort((a, b) => a - b)
  return {
    line: arched(calmed(stations.map(([x, y], i): Point => [x, y + (offsets[i] ?? 0)]))),
    thickness: thickness.map((own) =>
      clamp(USUAL_PX + OVERDRAWN * (own - USUAL_PX), THINNEST_PX, THICKEST_PX),
    ),
    depth: depths[Math.floor(depths.length * 0.6)] ?? 0,
  }
}

/** An inner end that lies low is a frown: most of what is beyond the allowed is turned back. */
function calmed(line: readonly Point[]): Point[] {
  const [outer, inner] = [line[0] ?? [0, 0], line.at(-1) ?? [0, 0]]
  const drop = inner[1] - outer[1] - MOST_INNER_DROP_PX
  if (drop <= 0) return [...line]
  return line.map(([x, y], i): Point => [x, y - drop * 0.85 * (i / (line.length - 1) - 0.4)])
}

/** A brow's rise above the line between its ends, brought a little towards the usual one. */
function arched(line: readonly Point[]): Point[] {
  const [start, end] = [line[0] ?? [0, 0], line.at(-1) ?? [0, 0]]
  return line.map(([x, y], i): Point => {
    const straight = start[1] + ((end[1] - start[1]) * i) / (line.length - 1)
    const usual = USUAL_ARCH_PX * 4 * (i / (line.length - 1)) * (1 - i / (line.length - 1))
    const rise = straight - y
    return [x, straight - (usual + ARCH_OVERDRAWN * (rise - usual))]
  })
}

/** Brows lifted or lowered by an expression. @param lift pixels upwards at the outer end, the middle and the inner end */
export function posedBrows(brows: readonly Brow[], lift: readonly [number, number, number]): Brow[] {
  const [outer, middleLift, inner] = lift
  const liftAt = (t: number) =>
    outer * (1 - t) * (1 - 2 * t) + middleLift * 4 * t * (1 - t) + inner * t * (2 * t - 1)
  return brows.map((brow) => ({
    ...brow,
    line: brow.line.map(([x, y], i): Point => [x, y - liftAt(i / (brow.line.length - 1))]),
  }))
}

function darkBand([x, y]: Point, tone: Field): { offset: number; thickness: number; depth: number } {
  // A little certainty that the mesh is right keeps faint brows in their place.
  let total = 0.35
  let moment = 0
  let deepest = 0.02
  let sum = 0
  for (let step = -REACH_PX; step <= REACH_PX; step++) {
    const here =
      (sampleField(tone, x - 2, y + step) +
        sampleField(tone, x, y + step) +
        sampleField(tone, x + 2, y + step)) /
      3
    const darkness = Math.max(0, SKIN_TONE - here) * Math.exp(-((step / 11) ** 2))
    total += darkness
    sum += darkness
    moment += darkness * step
    deepest = Math.max(deepest, darkness)
  }
  return {
    offset: moment / total,
    thickness: clamp(sum / deepest, 2.5, 15),
    depth: clamp(deepest / 0.5, 0, 1),
  }
}

/** The brows as SVG paths: a brush that starts full at the inner end and thins out towards the temple. */
export function browShapes(brows: readonly Brow[]): string {
  return brows
    .map(({ line, thickness, depth }) => {
      const widthAt = (t: number) => {
        const own = thickness[Math.round(t * (thickness.length - 1))] ?? 4
        const taper = Math.min(1, 0.25 + t * 1.7) * Math.min(1, 0.6 + (1 - t) * 3)
        return Math.max(1.8, own * 0.92 * taper)
      }
      return `<path d="${brushStroke(line, widthAt)}" opacity="${(0.62 + 0.38 * depth).toFixed(2)}"/>`
    })
    .join('')
}

function along(line: readonly Point[], share: number): Point {
  const at = share * (line.length - 1)
  const [x, y] = line[Math.floor(at)] ?? [0, 0]
  const [nextX, nextY] = line[Math.min(line.length - 1, Math.floor(at) + 1)] ?? [x, y]
  const part = at - Math.floor(at)
  return [x + (nextX - x) * part, y + (nextY - y) * part]
}

/** A strand of hair or the frame of glasses pulls single stations away: each is held near the middle one of all. */
function withoutOutliers(offsets: readonly number[]): number[] {
  const usual = offsets.toSorted((a, b) => a - b)[Math.floor(offsets.length / 2)] ?? 0
  return offsets.map((offset) => clamp(offset, usual - MOST_BEND_PX, usual + MOST_BEND_PX))
}

function smoothed(values: readonly number[]): number[] {
  return values.map((_, i) => {
    const near = values.slice(Math.max(0, i - 2), i + 3)
    return near.reduce((sum, value) => sum + value, 0) / near.length
  })
}
