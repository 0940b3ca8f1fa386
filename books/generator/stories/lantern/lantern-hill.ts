import { house } from '../../scenery/things.ts'
import { path } from '../../svg.ts'

type HouseColours = { wall: string; roof: string; window: string; door?: string }

const feet = [
  [-10, 0, 0.9],
  [70, 22, 1],
  [160, -4, 0.86],
  [252, 26, 1.02],
  [340, 2, 0.88],
  [430, 24, 0.94],
  [540, 4, 0.84],
  [630, 28, 1],
  [724, 0, 0.9],
  [812, 24, 1],
  [906, 2, 0.9],
  [990, 26, 1.04],
] as const

/** The village below the lantern's hill, side by side across the page, roofs around height `y`. */
export const villageBelow = (y: number, colours: HouseColours, roofs: readonly string[] = []): string =>
  feet
    .map(([x, down, scale], index) =>
      house(x, y + down, scale, { ...colours, roof: roofs[index % roofs.length] ?? colours.roof }),
    )
    .join('')

/** Where its windows shine, for a glow on each. */
export const windowsBelow = (y: number): { x: number; y: number }[] =>
  feet.map(([x, down, scale]) => ({ x, y: y + down - 34 * scale }))

/** The top of the hill, before the village. */
export const hilltop = (y: number, colour: string): string =>
  path(
    `M-60,${y + 46} C200,${y + 10} 420,${y - 8} 600,${y} C780,${y + 4} 940,${y + 22} 1060,${y + 50} V1090 H-60Z`,
    colour,
  )
