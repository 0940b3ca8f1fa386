import { repeat, seededRandom } from '../../random.ts'
import { house } from '../../scenery/things.ts'
import { ellipse } from '../../svg.ts'

/** Rounded paving stones, larger towards the viewer. */
export const cobbles = (top: number, colour: string, seed: number): string => {
  const random = seededRandom(seed)
  return repeat(70, () => {
    const depth = random()
    const size = 14 + depth * 30
    return ellipse(random() * 1060 - 30, top + depth * (1010 - top), size, size * 0.32, colour, 0.55)
  })
}

type HouseColours = { wall: string; roof: string; window: string }

/** Houses side by side around the square; `places` are feet and sizes. */
export const street = (
  places: readonly (readonly [x: number, y: number, scale: number])[],
  colours: HouseColours,
  roofs: readonly string[] = [],
): string =>
  places
    .map(([x, y, scale], index) =>
      house(x, y, scale, { ...colours, roof: roofs[index % roofs.length] ?? colours.roof }),
    )
    .join('')
