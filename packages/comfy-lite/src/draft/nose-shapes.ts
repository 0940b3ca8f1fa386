import { brushStroke } from './brush-stroke.ts'
import { middle, type Point } from './frontal-face.ts'
import { NOSE_BASE, NOSE_TIP } from './landmark-groups.ts'

export type NoseShapes = {
  /** Soft shade below the tip and beside the wings. */
  readonly shade: string
  /** Nostrils and the wings' edges. */
  readonly line: string
  /** The light on the bridge and the tip. */
  readonly light: string
}

const LEFT_WING = [129, 64, 98] as const
const RIGHT_WING = [358, 294, 327] as const

/** A picture-book nose: no sides, a rounded tip, as wide as the person's own. */
export function noseShapes(shape: readonly Point[]): NoseShapes {
  const [tipX, tipY] = middle(shape, [NOSE_TIP])
  const base = NOSE_BASE.map((i) => middle(shape, [i]))
  const [left, right] = [base[0] ?? [0, 0], base.at(-1) ?? [0, 0]]
  const half = Math.max(11, (right[0] - left[0]) / 2)
  const bottom = middle(shape, [2])[1]
  const wing = (points: readonly number[]) => {
    const line = points.map((i) => middle(shape, [i]))
    return `<path d="${brushStroke(line, (t) => 1 + 1.5 * Math.sin(Math.PI * t))}" opacity=".62"/>`
  }
  const nostril = (side: -1 | 1) =>
    `<ellipse cx="${px(tipX + side * half * 0.44)}" cy="${px(bottom - 1.5)}" rx="${px(half * 0.21)}" ry="2.5" opacity=".8"/>`
  const under: Point[] = [
    [tipX - half * 0.62, bottom - 1],
    [tipX - half * 0.24, bottom + 2.5],
    [tipX, bottom + 3.2],
    [tipX + half * 0.24, bottom + 2.5],
    [tipX + half * 0.62, bottom - 1],
  ]
  return {
    shade:
      `<ellipse cx="${px(tipX)}" cy="${px(bottom - 3)}" rx="${px(half * 1.02)}" ry="7" opacity=".55"/>` +
      `<ellipse cx="${px(tipX)}" cy="${px(tipY - 2)}" rx="${px(half * 0.8)}" ry="${px(half * 0.62)}" opacity=".3"/>`,
    line:
      wing(LEFT_WING) +
      wing(RIGHT_WING) +
      nostril(-1) +
      nostril(1) +
      `<path d="${brushStroke(under, (t) => 0.6 + 1.4 * Math.sin(Math.PI * t))}" opacity=".55"/>`,
    light: `<ellipse cx="${px(tipX - half * 0.12)}" cy="${px(tipY - 3)}" rx="${px(half * 0.3)}" ry="${px(half * 0.24)}"/>`,
  }
}

function px(value: number): string {
  return value.toFixed(2)
}
