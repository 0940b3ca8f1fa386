import type { FractionBox } from '@foxetales/shared-schemas/book'
import { fox as drawFox, type FoxOptions } from './animals/fox.ts'
import { type Brush, brushes, withBrush } from './paint/brush.ts'
import {
  blankCanvas,
  type Canvas,
  halfwayOfHalo,
  lightCanvas,
  maskCanvas,
  mergeCanvas,
  tintCanvas,
} from './paint/canvas.ts'
import { createPainter } from './paint/painter.ts'
import type { Paper } from './paint/paper.ts'
import { type ChildFigure, type ChildOptions, drawChild } from './rig/child.ts'
import { keepTextClear } from './scenery/specks.ts'
import { circle, ellipse, pageUnits, radialGradient, verticalGradient, wholePage } from './svg.ts'

/** The child as the art is painted; a real child's own colours replace these through the part map. */
export const artColours = { skin: '#dba57c', hair: '#6b4731' } as const

export type Light = {
  /** A colour multiplied onto figures: dusk, lamp light, snow. */
  grade?: { colour: string; opacity: number }
  /** A lamp's warm halo on figures, in page units. */
  lamp?: { x: number; y: number; radius: number; colour: string; opacity: number }
  /** Light caught on the lit side of figures. */
  rim?: readonly [number, number, number, number]
}

export type SceneSetup = {
  seed: number
  from: readonly [number, number]
  light?: Light
  /** Where the page's words stand, in fractions of the page. */
  textBox: FractionBox
}

export type Halo = { x: number; y: number; radius: number; colour: string; opacity?: number }

/** The layers of a painted page, and where the face is. */
export type PaintedScene = {
  background: Canvas
  character: Canvas
  labels: Canvas
  front: Canvas
  figure: ChildFigure | undefined
  /** Paints what the figure may wear (hair, glasses) as a layer of its own, in the page's light. */
  paintWorn(shapes: string): Promise<Canvas>
}

/** What a page paints with. Calls paint one above the other, in order. */
export type Scene = {
  sky(...stops: readonly (readonly [number, string])[]): Promise<void>
  /** Behind the child. */
  behind(shapes: string, brush: Brush, definitions?: string): Promise<void>
  /** In front of the child: leaves, a boat's hull, a quilt. Never over the face. */
  before(shapes: string, brush: Brush, definitions?: string): Promise<void>
  glow(halo: Halo): Promise<void>
  /** A halo in front of everything. */
  glowBefore(halo: Halo): Promise<void>
  shadow(x: number, y: number, halfWidth: number, colour?: string, opacity?: number): Promise<void>
  /** `within` is an outline in page units: only what lies in it is painted, such as the half of a fox that an arm goes round. */
  fox(options: FoxOptions, where?: 'behind' | 'before', within?: string): Promise<void>
  child(options: Omit<ChildOptions, 'skin' | 'hair'>): Promise<ChildFigure>
  /** Something the child holds or wears, painted onto the figure itself; a hand that lies there is before it. */
  onChild(shapes: string, brush: Brush): Promise<void>
}

/** Opens a page for painting. `size` is in pixels; everything else in page units (1000 to the side). */
export const openScene = (
  setup: SceneSetup,
  size: number,
  paper: Paper,
): { scene: Scene; painted: PaintedScene } => {
  const painter = createPainter({ size, seed: setup.seed, paper, light: setup.from })
  const canvas = () => blankCanvas(size)
  const light = setup.light ?? {}
  const figureBrush = withBrush(brushes.figure, light.rim ? { rim: light.rim } : {})
  const hairBrush = withBrush(brushes.figure, {
    volume: hairVolume,
    ...(light.rim ? { rim: dimmed(light.rim, hairRim) } : {}),
  })
  /** A layer of its own in the page's light. */
  const lit = async (shapes: string, brush: Brush, definitions = ''): Promise<Canvas> => {
    const own = canvas()
    await painter.paint(own, { shapes, brush, definitions })
    lightUp(own, size, light)
    return own
  }
  const halo = (to: Canvas, { x, y, radius, colour, opacity = 0.8 }: Halo) =>
    painter.paint(to, {
      shapes: circle(x, y, radius, 'url(#halo)'),
      definitions: radialGradient('halo', [
        [0, colour, opacity],
        [halfwayOfHalo, colour, opacity * 0.5],
        [1, colour, 0],
      ]),
      brush: brushes.glow,
    })
  const painted: PaintedScene = {
    background: canvas(),
    character: canvas(),
    labels: canvas(),
    front: canvas(),
    figure: undefined,
    paintWorn: (shapes) => lit(shapes, hairBrush),
  }
  const scene: Scene = {
    sky: (...stops) =>
      painter.paint(painted.background, {
        shapes: wholePage('url(#sky)'),
        definitions: verticalGradient('sky', stops),
        brush: brushes.wash,
      }),
    behind: (shapes, brush, definitions = '') =>
      painter.paint(painted.background, { shapes: keepTextClear(shapes, setup.textBox), brush, definitions }),
    before: (shapes, brush, definitions = '') =>
      painter.paint(painted.front, { shapes: keepTextClear(shapes, setup.textBox), brush, definitions }),
    glow: (spot) => halo(painted.background, spot),
    glowBefore: (spot) => halo(painted.front, spot),
    shadow: (x, y, halfWidth, colour = '#4a4a6a', opacity = 0.34) =>
      painter.paint(painted.background, {
        shapes: ellipse(x, y, halfWidth, halfWidth * 0.14, colour),
        brush: withBrush(brushes.shadow, { opacity, blur: halfWidth * 0.07 }),
      }),
    async fox(options, where = 'behind', within) {
      const drawn = drawFox(options)
      const own = await lit(
        within ? `<g clip-path="url(#within)">${drawn}</g>` : drawn,
        withBrush(figureBrush, { volumeBlur: 8 }),
        within ? `<clipPath id="within"><path d="${within}"/></clipPath>` : '',
      )
      mergeCanvas(where === 'behind' ? painted.background : painted.front, own)
    },
    async child(options) {
      const figure = drawChild({ ...options, ...artColours })
      painted.figure = figure
      for (const part of figure.parts) {
        await painter.paint(
          painted.character,
          { shapes: part.shapes, labels: part.labels, brush: figureBrush },
          painted.labels,
        )
      }
      lightUp(painted.character, size, light)
      if (figure.headwear) mergeCanvas(painted.front, await lit(figure.headwear, figureBrush))
      return figure
    },
    async onChild(shapes, brush) {
      const held = canvas()
      await painter.paint(held, { shapes, brush })
      const hands = painted.figure?.hands.shapes
      if (hands) {
        const closing = await lit(hands, withBrush(figureBrush, handWash))
        // Only over the thing itself: beside it lies the hand, which wobbled in its own way.
        maskCanvas(closing, held)
        mergeCanvas(held, closing)
      }
      mergeCanvas(painted.character, held)
    },
  }
  return { scene, painted }
}

/** A hand alone is too small to carry a whole figure's dark edge. */
const handWash = { edge: 0.15, line: 0.1, volume: 0.4, warp: 0.6 }

/** Hair is a layer of its own: lit like a body it would carry a pale line all round, over the forehead too. */
const hairVolume = 0.5
const hairRim = 0.2

const dimmed = (rim: NonNullable<Light['rim']>, share: number): NonNullable<Light['rim']> => [
  rim[0],
  rim[1],
  rim[2],
  rim[3] * share,
]

const lightUp = (layer: Canvas, size: number, { grade, lamp }: Light): void => {
  if (grade) tintCanvas(layer, grade.colour, grade.opacity)
  if (!lamp) return
  const unit = size / pageUnits
  lightCanvas(layer, size, { ...lamp, x: lamp.x * unit, y: lamp.y * unit, radius: lamp.radius * unit })
}
