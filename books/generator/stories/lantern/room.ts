import { quiltStar } from '../../scenery/things.ts'
import { path, rect, stroke } from '../../svg.ts'

/** The child's room at night: striped wall, boards, and a window with its frame. */
export const nightWall = (): string =>
  Array.from({ length: 13 }, (_, index) => stroke(`M${index * 84 - 6},-20 V720`, '#6d739f', 22, 0.5)).join('')

/** Dark boards and their skirting. */
export const floor =
  path('M-60,700 H1060 V1070 H-60Z', '#6b4f5c') + path('M-60,686 H1060 V712 H-60Z', '#4b4468')

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

/** The foot of the child's bed, with its star quilt. */
export const bed =
  path('M-60,846 C60,822 190,832 262,870 C304,930 312,1000 308,1070 H-60Z', '#5f7fa6') +
  path('M-60,846 C60,822 190,832 262,870 L274,900 C190,862 60,856 -60,884Z', '#e6d3b4') +
  quiltStar(70, 940, 15, '#e9cf8e') +
  quiltStar(170, 960, 15, '#e9cf8e') +
  quiltStar(120, 1012, 15, '#e9cf8e') +
  quiltStar(240, 1000, 14, '#e9cf8e')
