import { at, type Point } from '../svg.ts'
import { along, bend, bones, direction, type Limb } from './bones.ts'
import type { Pose } from './pose.ts'

/** Where every joint of a pose lies, in rig units. */
export type Skeleton = {
  pose: Pose
  neck: Point
  head: Point
  /** Degrees clockwise. */
  headTurn: number
  armLeft: Limb
  armRight: Limb
  legLeft: Limb
  legRight: Limb
  /** A point of the torso: `across` -1 to 1 between the shoulders, `down` 0 at the neck to 1 at the pelvis, as "x,y". */
  torso: (across: number, down: number) => string
}

/** Half turned, both shoulders are seen, a little nearer to one another than from the front. */
const sideShoulder = 0.68
const sideHipNarrowing = 0.6
const sideTorsoNarrowing = 0.82

export const skeletonOf = (pose: Pose): Skeleton => {
  const fromSide = pose.view === 'side'
  const up = direction(180 - pose.lean)
  const across = { x: -up.y, y: up.x }
  const neck = along({ x: 0, y: 0 }, up, bones.spine)
  const shoulder = (side: -1 | 1): Point => {
    const centre = along(neck, up, -bones.shoulderDrop)
    return along(centre, across, side * bones.shoulderX * (fromSide ? sideShoulder : 1))
  }
  const hip = (side: -1 | 1): Point => ({ x: side * bones.hipX * (fromSide ? sideHipNarrowing : 1), y: 2 })
  const arm = (side: -1 | 1, [first, second]: Pose['armLeft']): Limb =>
    bend(shoulder(side), first, second, [
      bones.upperArm * (pose.armLength ?? 1),
      bones.foreArm * (pose.armLength ?? 1),
    ])
  const leg = (side: -1 | 1, [first, second]: Pose['legLeft']): Limb =>
    bend(hip(side), first, second, [
      bones.thigh * (pose.thighLength ?? 1),
      bones.shin * (pose.shinLength ?? 1),
    ])
  const halfWidth = bones.shoulderX * (fromSide ? sideTorsoNarrowing : 1)
  return {
    pose,
    neck,
    head: along(neck, direction(180 - pose.lean * 0.6), bones.neckToHead),
    headTurn: pose.head + pose.lean * 0.4,
    armLeft: arm(-1, pose.armLeft),
    armRight: arm(1, pose.armRight),
    legLeft: leg(-1, pose.legLeft),
    legRight: leg(1, pose.legRight),
    torso: (share, down) => at(along(along(neck, up, -down * bones.spine), across, share * halfWidth)),
  }
}
