/** How a layer takes its pigment. Lengths are in page units, strengths are 0 to about 1. */
export type Brush = {
  /** How far borders wobble. */
  warp: number
  /** Dark rim where a wash dries, and dark lines between colours. */
  edge: number
  line: number
  /** Uneven wash, pigment caught in the paper's tooth, drift of hue. */
  wash: number
  grain: number
  hue: number
  /** Form shading from the light's side, and how broad it is. */
  volume: number
  volumeBlur: number
  /** Softness of the whole layer: distance, cloud, depth of field. */
  blur: number
  opacity: number
  blend: 'over' | 'multiply' | 'screen'
  /** Light caught on the side towards the light: red, green, blue (0 to 1) and strength. */
  rim?: readonly [number, number, number, number]
}

const standard: Brush = {
  warp: 3.2,
  edge: 0.55,
  line: 0.35,
  wash: 0.32,
  grain: 0.16,
  hue: 0.05,
  volume: 0,
  volumeBlur: 11,
  blur: 0,
  opacity: 1,
  blend: 'over',
}
const textureless = { warp: 0, edge: 0, line: 0, grain: 0, hue: 0 }

/** The book's brushes: one look per kind of thing. */
export const brushes = {
  ground: standard,
  wash: { ...standard, warp: 0, edge: 0, line: 0, wash: 0.42, grain: 0.2, hue: 0.07 },
  farRidge: { ...standard, edge: 0.2, blur: 1.6 },
  midRidge: { ...standard, edge: 0.3, blur: 0.8 },
  cloud: { ...standard, edge: 0.1, line: 0, wash: 0.2, grain: 0.1, blur: 6, opacity: 0.88 },
  mist: { ...standard, ...textureless, wash: 0.1, blur: 40, opacity: 0.75 },
  farTree: { ...standard, warp: 1.4, edge: 0.25 },
  tree: { ...standard, warp: 2.6, edge: 0.4 },
  grass: { ...standard, warp: 1.3, edge: 0.28 },
  flower: { ...standard, warp: 1, edge: 0.4 },
  object: { ...standard, warp: 1.2, volume: 0.6 },
  flat: { ...standard, warp: 1.4, edge: 0.35 },
  figure: { ...standard, warp: 1.2, edge: 0.5, volume: 0.9, volumeBlur: 7 },
  foreground: { ...standard, warp: 2, volume: 0.5, blur: 0.7 },
  detail: { ...standard, warp: 0.6, edge: 0, line: 0, wash: 0.1 },
  shadow: { ...standard, ...textureless, wash: 0.06, blend: 'multiply', opacity: 0.34 },
  glow: { ...standard, ...textureless, wash: 0.06, blend: 'screen' },
  warmLight: { ...standard, ...textureless, wash: 0.06, blend: 'over' },
  tint: { ...standard, ...textureless, wash: 0, blend: 'multiply' },
} as const satisfies Record<string, Brush>

/** A brush with a few values changed. */
export const withBrush = (brush: Brush, changes: Partial<Brush>): Brush => ({ ...brush, ...changes })
