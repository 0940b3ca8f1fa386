import { drawFox, type FoxOptions } from './animals/fox.ts'
import { drawOwl, type OwlOptions } from './animals/owl.ts'
import { type Brush, brushes, withBrush } from './paint/brush.ts'
import type { PaintedLayer } from './paint/painter.ts'
import { type ChildFigure, type ChildOptions, drawChild, type FaceEllipse } from './rig/child.ts'
import { circle, ellipse, radialGradient } from './svg.ts'

/** The colours every book's art is painted with; a child's own replace them through the part map. */
export const characterColours = { skin: '#dba57c', hair: '#6b4730' }

export type Lamp = { x: number; y: number; radius: number; colour: string; opacity: number }

export type SceneLight = {
  /** From the scene towards its light: [-1, -1] is the upper left. */
  from: readonly [number, number]
  /** A colour multiplied onto figures. */
  grade?: { colour: string; opacity: number }
  /** A lamp's warm halo screened onto figures, in page units. */
  lamp?: Lamp
  /** Light on the side of figures towards the light: red, green, blue (0 to 1), strength. */
  rim?: readonly [number, number, number, number]
}

/** Layers painted on a sheet of their own; `lit` sheets take the scene's grade and lamp. */
export type Sheet = { layers: PaintedLayer[]; lit: boolean }

/** A page as a list of things to paint, back to front. */
export type Scene = {
  seed: number
  light: SceneLight
  back: Sheet[]
  character: Sheet
  hairFront: Sheet
  front: Sheet[]
  face: FaceEllipse | null
}

type HeroOptions = Omit<ChildOptions, 'skin' | 'hair'>
type Definitions = { definitions?: string }

export type Stage = {
  /** Paints behind the child. */
  back: (shapes: string, brush?: Brush, more?: Definitions) => void
  /** Paints in front of everything, also of the face: hoods, boats, leaves, rain. */
  front: (shapes: string, brush?: Brush, more?: Definitions) => void
  /** The same for props that take the scene's light. */
  litBack: (shapes: string, brush?: Brush) => void
  litFront: (shapes: string, brush?: Brush) => void
  /** Soft round light behind the child: `over` for warm lamps on blue, screen for moonlight. */
  glow: (light: {
    x: number
    y: number
    radius: number
    colour: string
    opacity: number
    over?: boolean
  }) => void
  frontGlow: (light: { x: number; y: number; radius: number; colour: string; opacity: number }) => void
  /** Where a figure meets the ground. */
  shadow: (x: number, y: number, halfWidth: number, colour?: string, opacity?: number) => void
  child: (options: HeroOptions) => ChildFigure
  fox: (options: FoxOptions, where?: 'back' | 'front') => void
  owl: (options: OwlOptions, where?: 'back' | 'front') => void
  scene: Scene
}

const glowFade = 0.35

const glowLayer = (
  light: { x: number; y: number; radius: number; colour: string; opacity: number },
  brush: Brush,
): PaintedLayer => ({
  shapes: circle(light.x, light.y, light.radius, 'url(#glow)'),
  definitions: radialGradient('glow', [
    [0, light.colour, light.opacity],
    [glowFade, light.colour, light.opacity * 0.5],
    [1, light.colour, 0],
  ]),
  brush,
})

/** Starts a page. Everything put on the stage is recorded in `stage.scene`; nothing is painted yet. */
export const createStage = (seed: number, light: SceneLight): Stage => {
  const scene: Scene = {
    seed,
    light,
    back: [],
    character: { layers: [], lit: true },
    hairFront: { layers: [], lit: true },
    front: [],
    face: null,
  }
  const figureBrush = light.rim ? withBrush(brushes.figure, { rim: light.rim }) : brushes.figure
  const add = (sheets: Sheet[], layers: PaintedLayer[], lit: boolean): void => {
    const last = sheets.at(-1)
    if (last && !last.lit && !lit) last.layers.push(...layers)
    else sheets.push({ layers, lit })
  }
  const animal = (pieces: string[], where: 'back' | 'front'): void =>
    add(
      where === 'back' ? scene.back : scene.front,
      pieces.map((shapes) => ({ shapes, brush: figureBrush })),
      true,
    )
  return {
    scene,
    back: (shapes, brush = brushes.ground, more = {}) => add(scene.back, [{ shapes, brush, ...more }], false),
    front: (shapes, brush = brushes.foreground, more = {}) =>
      add(scene.front, [{ shapes, brush, ...more }], false),
    litBack: (shapes, brush = brushes.object) => add(scene.back, [{ shapes, brush }], true),
    litFront: (shapes, brush = brushes.object) => add(scene.front, [{ shapes, brush }], true),
    glow: ({ over, ...halo }) =>
      add(scene.back, [glowLayer(halo, over ? brushes.warmLight : brushes.glow)], false),
    frontGlow: (halo) => add(scene.front, [glowLayer(halo, brushes.warmLight)], false),
    shadow: (x, y, halfWidth, colour = '#4a4a6a', opacity = 0.34) => {
      const height = halfWidth * 0.15
      const brush = withBrush(brushes.shadow, { blur: height * 0.5, opacity })
      add(scene.back, [{ shapes: ellipse(x, y, halfWidth, height, colour), brush }], false)
    },
    child: (options) => {
      const figure = drawChild({ ...options, ...characterColours })
      scene.character.layers.push(
        ...figure.parts.map(({ shapes, labels }) => ({ shapes, labels, brush: figureBrush })),
      )
      if (figure.hairFront) scene.hairFront.layers.push({ shapes: figure.hairFront, brush: figureBrush })
      if (figure.headwear) add(scene.front, [{ shapes: figure.headwear, brush: figureBrush }], true)
      scene.face = figure.face
      return figure
    },
    fox: (options, where = 'back') => animal(drawFox(options), where),
    owl: (options, where = 'back') => animal(drawOwl(options), where),
  }
}
