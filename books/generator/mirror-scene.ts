import type { FractionBox, Gaze } from '@foxetales/shared-schemas/book'
import type { Light, Scene } from './scene.ts'
import { keepTextClear } from './scenery/specks.ts'
import type { Illustration } from './story.ts'
import { type Point, pageUnits, place } from './svg.ts'

const acrossFrom = (x: number): number => pageUnits - x

const flipShapes = (shapes: string): string => place({ x: pageUnits, y: 0, mirrored: true }, shapes)

const flipPoint = (point: Point): Point => ({ ...point, x: acrossFrom(point.x) })

const flipped = <Figure extends { x: number; turn?: number; mirrored?: boolean }>(
  figure: Figure,
): Figure => ({
  ...figure,
  x: acrossFrom(figure.x),
  turn: -(figure.turn ?? 0),
  mirrored: !figure.mirrored,
})

/**
 * A scene whose every call lands on the other side of the page; what it answers is mirrored back.
 *
 * @param textBox where the words stand before they are mirrored too
 */
const mirrorScene = (scene: Scene, textBox: FractionBox): Scene => ({
  sky: scene.sky,
  behind: (shapes, brush, definitions) =>
    scene.behind(flipShapes(keepTextClear(shapes, textBox)), brush, definitions),
  before: (shapes, brush, definitions) =>
    scene.before(flipShapes(keepTextClear(shapes, textBox)), brush, definitions),
  onChild: (shapes, brush) => scene.onChild(flipShapes(shapes), brush),
  glow: (halo) => scene.glow({ ...halo, x: acrossFrom(halo.x) }),
  glowBefore: (halo) => scene.glowBefore({ ...halo, x: acrossFrom(halo.x) }),
  shadow: (x, y, ...rest) => scene.shadow(acrossFrom(x), y, ...rest),
  fox: (options, where) => scene.fox(flipped(options), where),
  async child(options) {
    const figure = await scene.child(flipped(options))
    return {
      ...figure,
      handLeft: flipPoint(figure.handLeft),
      handRight: flipPoint(figure.handRight),
      head: flipPoint(figure.head),
    }
  },
})

const mirrorLight = (light: Light): Light => ({
  ...light,
  ...(light.lamp ? { lamp: { ...light.lamp, x: acrossFrom(light.lamp.x) } } : {}),
})

const gazes = {
  left: 'right',
  right: 'left',
  up: 'up',
  down: 'down',
  'up-left': 'up-right',
  'up-right': 'up-left',
  'down-left': 'down-right',
  'down-right': 'down-left',
} as const satisfies Record<Gaze, Gaze>

/** The same picture the other way round, words and all: so that the child does not stand on the left on every page. */
export const mirrored = (illustration: Illustration): Illustration => {
  const { from, light, gaze, textBox, paint } = illustration
  return {
    ...illustration,
    from: [-from[0], from[1]],
    ...(light ? { light: mirrorLight(light) } : {}),
    ...(gaze ? { gaze: gazes[gaze] } : {}),
    textBox: { ...textBox, x: 1 - textBox.x - textBox.width },
    paint: (scene) => paint(mirrorScene(scene, textBox)),
  }
}
