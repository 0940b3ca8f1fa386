import { movingPoses } from './moving-poses.ts'
import { restingPoses } from './resting-poses.ts'
import { standingPoses } from './standing-poses.ts'

/** Every pose of the child, by name; a page moves single joints with `joints`. */
export const poses = { ...standingPoses, ...movingPoses, ...restingPoses }

export type PoseName = keyof typeof poses
