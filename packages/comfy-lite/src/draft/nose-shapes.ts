import { brushStroke } from './brush-stroke.ts'
import { ellipse, path } from './feature-shapes.ts'
import { middle, type Point } from './frontal-face.ts'
import { NOSE_BASE, NOSE_TIP } from './landmark-groups.ts'

export type NoseShapes = {
  /** Soft shade below the tip. */
  readonly shade: string
  /** Nostrils and the edge below the tip. */
  readonly line: string
  /** The light on the bridge and the tip. */
  readonly light: string
}

/** A picture-book child's nose: no sides, no wings, a rounded tip, as wide as the person's own. */
export function noseShapes(shape: readonly Point[]): NoseShapes {
  const [tipX, tipY] = middle(shape, [NOSE_TIP])
  const base = NOSE_BASE.map((i) => middle(shape, [i]))
  const [left, right] = [base[0] ?? [0, 0], base.at(-1) ?? [0, 0]]
  const half = Math.max(11, (right[0] - left[0]) / 2)
  const bottom = middle(shape, [2])[1]
  const nostril = (side: -1 | 1) => ellipse([tipX + side * half * 0.42, bottom - 1.5], half * 0.17, 2, 0.62)
  const under: Point[] = [
    [tipX - half * 0.5, bottom - 0.5],
    [tipX - half * 0.22, bottom + 2.3],
    [tipX, bottom + 2.9],
    [tipX + half * 0.22, bottom + 2.3],
    [tipX + half * 0.5, bottom - 0.5],
  ]
  return {
    shade:
      ellipse([tipX, bottom - 3], half * 0.8, 6, 0.36) +
      ellipse([tipX, tipY - 2], half * 0.7, half * 0.5, 0.2),
    line:
      nostril(-1) +
      nostril(1) +
      path(
        brushStroke(under, (t) => 0.6 + 1.4 * Math.sin(Math.PI * t)),
        0.5,
      ),
    light: ellipse([tipX - half * 0.12, tipY - 3], half * 0.3, half * 0.24),
  }
}
