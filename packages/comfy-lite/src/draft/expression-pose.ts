import type { Expression } from './expression.ts'

/** How an expression moves the person's own features, in canvas pixels and shares of their own size. */
export type ExpressionPose = {
  /** Pixels upwards for the outer end, middle and inner end of the brows. */
  readonly brows: readonly [outer: number, middle: number, inner: number]
  readonly eyes: EyePose
  readonly mouth: MouthPose | 'own'
}

export type EyePose =
  /** `open` is a share of the person's own opening; `cheek` is how far a smile lifts the lower lid, as a share of it. */
  | { readonly open: number; readonly cheek: number }
  /** Lids closed in an arc that hangs (asleep) or stands (a smile). */
  | { readonly closed: 'hanging' | 'standing' }

export type MouthPose = {
  /** Share of the width that the person's mouth has at rest. */
  readonly width: number
  /** Pixels by which the corners lie above the middle. */
  readonly corners: number
  /** Height of the opening as a share of half the mouth's width; 0 is closed. */
  readonly open: number
  /** A laugh opens like a bowl and shows the upper teeth, a surprised mouth opens like an egg, a wondering one a little. */
  readonly opening: 'bowl' | 'egg'
  /** A photo that shows teeth in a smile of its own keeps that smile. */
  readonly ownSmile?: boolean
}

const asItIs: ExpressionPose = { brows: [0, 0, 0], eyes: { open: 1, cheek: 0 }, mouth: 'own' }

const poses: Readonly<Record<Expression, ExpressionPose>> = {
  calm: { brows: [0, 0, 0], eyes: { open: 1, cheek: 0 }, mouth: closed(1, 3.5) },
  happy: { brows: [1, 2, 1], eyes: { open: 1, cheek: 0.12 }, mouth: { ...closed(1.18, 11), ownSmile: true } },
  laughing: {
    brows: [3, 6, 3],
    eyes: { open: 1, cheek: 0.18 },
    mouth: { width: 1.1, corners: 9, open: 0.62, opening: 'bowl' },
  },
  surprised: {
    brows: [8, 13, 10],
    eyes: { open: 1.3, cheek: 0 },
    mouth: { width: 0.56, corners: 0, open: 1.25, opening: 'egg' },
  },
  curious: {
    brows: [5, 9, 7],
    eyes: { open: 1.18, cheek: 0 },
    mouth: { width: 0.62, corners: 2, open: 0.42, opening: 'egg' },
  },
  determined: { brows: [3, -1, -7], eyes: { open: 0.92, cheek: 0.08 }, mouth: closed(0.95, 2) },
  worried: { brows: [-3, 3, 9], eyes: { open: 1.08, cheek: 0 }, mouth: closed(0.82, -3.5) },
  sad: { brows: [-4, 1, 8], eyes: { open: 0.93, cheek: 0 }, mouth: closed(0.88, -7.5) },
  tender: { brows: [2, 4, 3], eyes: { closed: 'standing' }, mouth: closed(1.12, 9) },
  asleep: { brows: [0, 1, 1], eyes: { closed: 'hanging' }, mouth: closed(0.94, 3.5) },
}

function closed(width: number, corners: number): MouthPose {
  return { width, corners, open: 0, opening: 'bowl' }
}

export function poseOf(expression: Expression | undefined): ExpressionPose {
  return expression === undefined ? asItIs : poses[expression]
}
