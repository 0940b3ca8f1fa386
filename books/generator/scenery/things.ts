import { shade } from '../colour.ts'
import { pick, repeat, seededRandom } from '../random.ts'
import { circle, path, place, rect, short, stroke } from '../svg.ts'

type HouseColours = { wall?: string; roof?: string; window?: string; door?: string }

/** A cottage, 92 units wide at scale 1; its foot is at (x, y). */
export const house = (x: number, y: number, scale: number, colours: HouseColours = {}): string => {
  const { wall = '#f1dfc0', roof = '#c8654d', window = '#a9c4c9', door = '#7d5340' } = colours
  const shape =
    path('M-46,0 L-46,-58 L46,-58 L46,0Z', wall) +
    path('M10,0 L10,-58 L46,-58 L46,0Z', shade(wall, -0.12)) +
    rect(22, -112, 15, 36, shade(roof, -0.22)) +
    path('M-58,-54 L-26,-106 L32,-106 L58,-54Z', roof) +
    path('M10,-54 L22,-106 L32,-106 L58,-54Z', shade(roof, -0.14)) +
    path('M-12,0 V-24 Q-2,-38 8,-24 V0Z', door) +
    rect(-38, -44, 19, 20, window) +
    rect(20, -44, 17, 20, window) +
    stroke('M-28.5,-44 v20 M-38,-34 h19 M28.5,-44 v20 M20,-34 h17', shade(wall, -0.35), 2)
  return place({ x, y, scale }, shape)
}

/** A street of cottages around (x, y). */
export const village = (
  x: number,
  y: number,
  scale: number,
  seed: number,
  colours: HouseColours = {},
): string => {
  const random = seededRandom(seed)
  const roofs = colours.roof ? [colours.roof] : ['#c8654d', '#d58a58', '#b9594b', '#cf7a54']
  const spots = [
    [-120, -10],
    [-52, -26],
    [30, -24],
    [104, -8],
    [-86, 26],
    [-4, 20],
    [76, 30],
  ]
  return spots
    .map(([dx = 0, dy = 0], index) =>
      house(x + dx * scale, y + dy * scale, scale * (0.85 + random() * 0.25), {
        ...colours,
        roof: pick(roofs, index),
      }),
    )
    .join('')
}

/** The story lantern on its post: 230 units tall at scale 1, foot at (x, y). */
export const lanternPost = (x: number, y: number, scale: number, lit: boolean): string =>
  place(
    { x, y, scale },
    path('M-7,0 L-5,-150 H5 L7,0Z', '#4a3a38') +
      path('M-22,0 C-14,-12 14,-12 22,0Z', '#4a3a38') +
      lanternShape(0, -206, 1.15, lit),
  )

/** A hand lantern, hung at (x, y). */
export const handLantern = (x: number, y: number, scale: number, lit = true): string =>
  lanternShape(x, y, scale, lit)

const lanternShape = (x: number, y: number, scale: number, lit: boolean): string =>
  place(
    { x, y, scale },
    stroke('M-12,-4 Q0,-26 12,-4', '#4a3a38', 3.4) +
      path('M-16,-4 H16 L20,4 H-20Z', '#4a3a38') +
      path('M-17,4 H17 L14,44 H-14Z', lit ? '#ffdf86' : '#5d6680') +
      (lit ? path('M0,14 C8,24 7,34 0,38 C-7,34 -8,24 0,14Z', '#fff8dc') : '') +
      stroke('M-17,4 L-14,44 M17,4 L14,44', '#4a3a38', 3) +
      path('M-20,44 H20 L16,52 H-16Z', '#4a3a38'),
  )

/** The inside of the boat (behind whoever sits in it) or its hull (before them). 390 units wide at scale 1. */
export const boat = (
  x: number,
  y: number,
  scale: number,
  part: 'inside' | 'hull',
  colour = '#a4573f',
): string => {
  const inside =
    path('M-190,-44 C-120,-16 120,-16 196,-52 C150,-34 -130,-34 -190,-44Z', shade(colour, -0.45)) +
    path('M-190,-46 C-120,-70 120,-74 196,-54 C120,-12 -110,-10 -190,-46Z', shade(colour, -0.38))
  const hull =
    path(
      'M-192,-48 C-120,-18 120,-18 200,-58 C188,-4 150,40 96,44 L-100,44 C-150,38 -180,0 -192,-48Z',
      colour,
    ) +
    stroke(
      'M-182,-20 C-110,6 110,8 184,-22 M-164,12 C-100,30 100,30 160,10',
      shade(colour, -0.35),
      3.5,
      0.7,
    ) +
    path('M-196,-52 C-120,-22 120,-22 204,-62 L202,-48 C120,-8 -120,-8 -192,-40Z', shade(colour, 0.28))
  return place({ x, y, scale }, part === 'inside' ? inside : hull)
}

export const ripples = (
  top: number,
  bottom: number,
  colour: string,
  count: number,
  seed: number,
  strength = 0.5,
): string => {
  const random = seededRandom(seed)
  return repeat(count, () => {
    const depth = random()
    const y = top + (bottom - top) * depth * depth
    const width = (16 + depth * depth * 130) * (0.5 + random())
    const x = random() * 1100 - 50
    return path(
      `M${short(x)},${short(y)} q${short(width / 2)},${short(3 + depth * 6)} ${short(width)},0 q${short(-width / 2)},${short(-1 - depth * 3)} ${short(-width)},0Z`,
      colour,
      `opacity="${short(strength * (0.4 + random() * 0.6) * 100)}%"`,
    )
  })
}

/** A camp fire: logs and flames; 120 units wide at scale 1. */
export const campFire = (x: number, y: number, scale: number): string =>
  place(
    { x, y, scale },
    stroke('M-56,4 L48,-14 M56,6 L-46,-16', '#6b4636', 18) +
      path(
        'M-34,-8 C-48,-50 -14,-64 -16,-104 C14,-84 6,-60 20,-52 C24,-66 20,-74 24,-84 C48,-54 46,-22 32,-6Z',
        '#f0933c',
      ) +
      path('M-20,-8 C-26,-34 -6,-46 -4,-70 C12,-52 8,-40 16,-34 C26,-22 22,-10 18,-6Z', '#ffd76a') +
      path('M-8,-6 C-10,-22 0,-28 2,-40 C12,-26 12,-14 8,-6Z', '#fff4cf'),
  )

/** A star such as lies on quilts and pyjamas. */
export const quiltStar = (x: number, y: number, size: number, colour: string): string =>
  place(
    { x, y, scale: size / 15 },
    path('M0,-15 l4.5,10 11,1 -8,7 2.5,11 -10,-6 -10,6 2.5,-11 -8,-7 11,-1Z', colour),
  )

/** A string of lights along a curve through the points. */
export const bulb = (x: number, y: number, colour = '#ffdc8c'): string =>
  path(`M${x - 8},${y} q8,26 16,0Z`, colour) + circle(x, y - 2, 3, '#4c4262')
