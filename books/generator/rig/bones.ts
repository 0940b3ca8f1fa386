import { at, type Point, short } from '../svg.ts'

/** Lengths in rig units: the pelvis is the origin, the standing child is about 382 tall, the head a third of that. */
export const bones = {
  spine: 94,
  shoulderDrop: 16,
  shoulderX: 31,
  hipX: 17,
  upperArm: 46,
  foreArm: 44,
  thigh: 72,
  shin: 68,
  neckToHead: 61,
  headScale: 1.14,
}

const radians = Math.PI / 180

/** Unit vector of a bone at `degrees`: 0 is down, positive towards screen right. */
export const direction = (degrees: number): Point => ({
  x: Math.sin(degrees * radians),
  y: Math.cos(degrees * radians),
})

export const along = (from: Point, way: Point, length: number): Point => ({
  x: from.x + way.x * length,
  y: from.y + way.y * length,
})

/** Two bones and their joint: shoulder, elbow, wrist or hip, knee, ankle. */
export type Limb = { root: Point; joint: Point; end: Point; endAngle: number; bend: number }

export const bend = (
  root: Point,
  first: number,
  second: number,
  lengths: readonly [number, number],
): Limb => {
  const joint = along(root, direction(first), lengths[0])
  return {
    root,
    joint,
    end: along(joint, direction(first + second), lengths[1]),
    endAngle: first + second,
    bend: second,
  }
}

/** How much of a limb's way, before and behind its joint, is a bow: elbows and knees are soft, but they are seen. */
const jointSoftness = 0.22
const tubeSteps = 24

const mix = (from: Point, to: Point, share: number): Point => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
})

/** A point of the limb, 0 at its root, 0.5 at the joint, 1 at its end, and which way it goes there. */
const onLimb = ({ root, joint, end }: Limb, t: number): { at: Point; slope: Point } => {
  const first = { x: joint.x - root.x, y: joint.y - root.y }
  const second = { x: end.x - joint.x, y: end.y - joint.y }
  if (t <= 0.5 - jointSoftness) return { at: along(root, first, t * 2), slope: first }
  if (t >= 0.5 + jointSoftness) return { at: along(joint, second, (t - 0.5) * 2), slope: second }
  const share = (t - 0.5 + jointSoftness) / (2 * jointSoftness)
  const into = mix(along(joint, first, -2 * jointSoftness), joint, share)
  const away = mix(joint, along(joint, second, 2 * jointSoftness), share)
  return { at: mix(into, away, share), slope: mix(first, second, share) }
}

type Tube = { outline: string; end: Point; heading: Point }

/**
 * A soft tube along a limb: two bones and a bow at the joint, with half-widths at root, joint and end.
 * `from` and `to` (0 to 1) cut a part of it: a sleeve, a sock, a cuff.
 */
export const tube = (
  limb: Limb,
  widths: readonly [number, number, number],
  from = 0,
  to = 1,
  ends: 'round' | 'flat' = 'round',
): Tube => {
  const leftSide: Point[] = []
  const rightSide: Point[] = []
  let last = limb.root
  let heading = { x: 0, y: 1 }
  for (let step = 0; step <= tubeSteps; step++) {
    const t = from + ((to - from) * step) / tubeSteps
    const { at: middle, slope } = onLimb(limb, t)
    last = middle
    const length = Math.hypot(slope.x, slope.y) || 1
    heading = { x: slope.x / length, y: slope.y / length }
    const width =
      t < 0.5
        ? widths[0] + (widths[1] - widths[0]) * t * 2
        : widths[1] + (widths[2] - widths[1]) * (t - 0.5) * 2
    leftSide.push(along(last, { x: -heading.y, y: heading.x }, width))
    rightSide.unshift(along(last, { x: heading.y, y: -heading.x }, width))
  }
  return { outline: closedTube(leftSide, rightSide, ends === 'flat' ? 2.6 : 1), end: last, heading }
}

/** A short sleeve-like piece of a limb's tube with almost straight ends: a cuff, a turn-up, the rim of a boot. */
export const band = (
  limb: Limb,
  widths: readonly [number, number, number],
  from: number,
  to: number,
): string => tube(limb, widths, from, to, 'flat').outline

/** `flatness` is how many times wider the arcs at the ends are than a half circle. */
const closedTube = (leftSide: Point[], rightSide: Point[], flatness: number): string => {
  const start = leftSide[0]
  const farLeft = leftSide.at(-1)
  const farRight = rightSide[0]
  const back = rightSide.at(-1)
  if (!start || !farLeft || !farRight || !back) throw new Error('a tube needs points')
  const endRadius = short((flatness * Math.hypot(farLeft.x - farRight.x, farLeft.y - farRight.y)) / 2)
  const startRadius = short((flatness * Math.hypot(start.x - back.x, start.y - back.y)) / 2)
  return (
    `M${leftSide.map(at).join(' L')} A${endRadius},${endRadius} 0 0 0 ${at(farRight)} ` +
    `L${rightSide.slice(1).map(at).join(' L')} A${startRadius},${startRadius} 0 0 0 ${at(start)}Z`
  )
}
