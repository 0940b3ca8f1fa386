import type { HandShape } from './hands.ts'

/** The third number turns the foot: -1 points left, 0 at the viewer, 1 right; null hides it. */
type Leg = readonly [hip: number, knee: number, foot: number | null]

/** Angles in degrees: 0 hangs straight down, positive turns towards screen right; elbow and knee add to the bone above. */
export type Pose = {
  armLeft: readonly [shoulder: number, elbow: number]
  armRight: readonly [shoulder: number, elbow: number]
  legLeft: Leg
  legRight: Leg
  lean: number
  head: number
  /** How far the face turns: 0 is straight at the viewer, 1 a profile. */
  yaw: number
  /** Seen from the side (far limbs behind the body) or from behind (no face). */
  view?: 'side' | 'back'
  /** A thigh that points at the viewer looks shorter. */
  thighLength?: number
  shinLength?: number
  /** Arms that stretch, or that are foreshortened. */
  armLength?: number
  /** Wind that blows hair and scarf: -1 hard to the left, 1 hard to the right. */
  wind?: number
  /** On the tips of the toes. */
  onToes?: boolean
  /** What the hands do; a raised hand is open, any other relaxed. */
  hands?: readonly [left: HandShape, right: HandShape]
  /** Knees before the body: somebody who sits and faces the viewer. */
  kneesFirst?: boolean
}
