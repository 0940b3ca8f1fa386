import { createPencil } from '../rig/drawing.ts'
import { place } from '../svg.ts'
import { curled, fromBehind, lying, sitting, sittingSide } from './fox-at-rest.ts'
import { type FoxMood, foxHead, foxHeadFromBehind } from './fox-head.ts'
import { leaping, rearing, running, walking } from './fox-on-the-move.ts'
import type { Body, Head } from './fox-parts.ts'
import { foxProfile } from './fox-profile.ts'

export type FoxPose = 'sit' | 'sitSide' | 'walk' | 'run' | 'leap' | 'rear' | 'curl' | 'lie' | 'back'

export type FoxOptions = {
  /** Where it stands: the middle of its paws. */
  x: number
  y: number
  /** 1 is about 240 units tall when sitting. */
  scale: number
  pose: FoxPose
  mood?: FoxMood
  /** Shifts the eyes to a side, and down (negative: up). The head turns a little with them. */
  look?: number
  lookDown?: number
  /** How far the face turns: -1 left, 1 right. Follows `look` where it is left out. */
  yaw?: number
  /** Seen in profile, facing the way the fox goes; `headTurn` below 0 lifts the nose. */
  profile?: boolean
  headTurn?: number
  /** A foreleg that is held up; only of somebody who sits facing the reader. */
  paw?: 'left' | 'right'
  /** Where the tail of one who sits is: beside, round the paws, or drawn by the page itself. */
  tail?: 'side' | 'front' | 'none'
  turn?: number
  mirrored?: boolean
}

const yawPerLook = 0.09

const bodies: Record<FoxPose, Body> = {
  sit: sitting,
  sitSide: sittingSide,
  walk: walking,
  run: running,
  leap: leaping,
  rear: rearing,
  curl: curled,
  lie: lying,
  back: fromBehind,
}

/** Where a fox on the move looks if a page does not say: ahead. */
const yawOfPose: Partial<Record<FoxPose, number>> = {
  walk: 0.4,
  run: 0.5,
  leap: 0.45,
  rear: 0.5,
  sitSide: 0.45,
}

/** Tale the fox as SVG shapes in page units. */
export const fox = (options: FoxOptions): string => {
  const { x, y, scale, pose, mirrored = false } = options
  const { mood = 'open', look, lookDown = 0, headTurn = 0, turn = 0 } = options
  const pencil = createPencil(scale)
  const yaw = options.yaw ?? (look === undefined ? (yawOfPose[pose] ?? 0) : look * yawPerLook)
  const gaze = { across: look ?? 0, down: lookDown }
  const face = (): string => {
    if (pose === 'back') return foxHeadFromBehind(pencil)
    return options.profile
      ? foxProfile(pencil, mood)
      : foxHead(pencil, mood, gaze, Math.max(-1, Math.min(1, yaw)))
  }
  const head: Head = (at, lean = 0) => place({ ...at, turn: lean + headTurn }, face())
  return place({ x, y, turn, scale, mirrored }, bodies[pose](pencil, head, options))
}
