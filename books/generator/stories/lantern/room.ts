import { path, rect, stroke } from '../../svg.ts'

/** The child's room at night: striped wall, curtains, and a window with its frame. */
export const nightWall = (): string =>
  Array.from({ length: 13 }, (_, index) => stroke(`M${index * 84 - 6},-20 V720`, '#6d739f', 22, 0.5)).join('')

/** Red curtains on both sides of a window. */
export const curtains = (left: number, right: number, top: number, bottom: number): string =>
  path(
    `M${left - 24},${top} C${left + 16},${top + 100} ${left - 12},${bottom - 180} ${left - 50},${bottom} L${left - 112},${bottom} C${left - 84},${bottom - 190} ${left - 84},${top + 110} ${left - 90},${top}Z`,
    '#b35d55',
  ) +
  path(
    `M${right + 24},${top} C${right - 16},${top + 100} ${right + 12},${bottom - 180} ${right + 50},${bottom} L${right + 112},${bottom} C${right + 84},${bottom - 190} ${right + 84},${top + 110} ${right + 90},${top}Z`,
    '#b35d55',
  ) +
  stroke(`M${left - 110},${top - 6} H${right + 110}`, '#7f5a48', 12)

/** A window's frame and sill around an opening. */
export const windowFrame = (x: number, y: number, width: number, height: number): string =>
  path(
    `M${x - 14},${y - 14} H${x + width + 14} V${y + height + 14} H${x - 14}Z M${x},${y} V${y + height} H${x + width} V${y}Z`,
    '#c9b7a4',
    'fill-rule="evenodd"',
  ) + rect(x - 26, y + height + 8, width + 52, 28, '#b09c88')
