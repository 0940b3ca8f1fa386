import { measureSkin } from '../images/measure-skin.ts'
import type { RawImage } from '../images/raw-image.ts'
import type { Scene } from '../images/scene.ts'
import { skinPreset } from '../images/skin-presets.ts'
import { labDistance, toLab } from './lab-colour.ts'
import { atMost, type CheckFigure } from './page-verdict.ts'

const MOST = 4
/** Where the artist put skin and next to none is found, nobody can say which tone it is. */
const NO_SKIN = 100
/** Fewer pixels of skin than this in the art, and the page shows next to none. */
const FEWEST_PIXELS = 800

/**
 * How far the painted skin is from the tone that the parent picked: CIELAB distance of its median from the tone's colour,
 * the same for every tone. 0 on a page whose art shows no skin.
 *
 * @param person after its skin was toned
 * @param tone Monk tone, 1 to 10
 */
export function checkTone(person: RawImage<3>, scene: Scene, tone: number): CheckFigure {
  if (skinPixels(scene) < FEWEST_PIXELS) return atMost('tone', 0, MOST)
  const { colour, range } = skinPreset(tone)
  const median = measureSkin(person, scene.softMask, scene.skinPart, range)
  const distance = median === undefined ? NO_SKIN : labDistance(toLab(median), toLab(colour))
  return atMost('tone', distance, MOST)
}

function skinPixels({ skinPart, softMask }: Scene): number {
  let pixels = 0
  for (let i = 0; i < skinPart.data.length; i++) {
    if ((skinPart.data[i] ?? 0) >= 128 && (softMask.data[i] ?? 0) >= 128) pixels++
  }
  return pixels
}
