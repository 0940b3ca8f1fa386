import type { ChildLook } from '@foxetales/shared-schemas/child'
import type { PageLayers } from '@foxetales/shared-schemas/unit'
import { colourChanges } from './child-colours.ts'
import { blendBytes } from './colour.ts'
import type { LayerLoader } from './layers.ts'
import { onlyChannel, type RawImage } from './raw-image.ts'
import { recolourCharacter, recolourHair } from './recolour.ts'
import { softenMask } from './soft-mask.ts'

/** What a unit says of its page's art and of the child in it. */
export type SceneSource = {
  readonly layers: PageLayers
  readonly characterColours: { readonly skin: string; readonly hair: string }
  readonly look: ChildLook
}

/**
 * A page's art in the child's colours at one size, ready for its painted person. The art comes lit by its artist, so the
 * page's `light` asks for nothing more here.
 */
export type Scene = {
  /** The background with the artist's own figure on it: what the engine starts from, and what a soft edge fades into. */
  readonly picture: RawImage<3>
  readonly softMask: RawImage<1>
  /** Where the artist put skin, 0..255. */
  readonly skinPart: RawImage<1>
  readonly hairFront: RawImage<4> | undefined
  readonly front: RawImage<4> | undefined
}

export async function loadScene(
  load: LayerLoader,
  { layers, characterColours, look }: SceneSource,
  sizePx: number,
  signal?: AbortSignal,
): Promise<Scene> {
  const [background, personMask, character, parts, hairFront, front] = await Promise.all([
    load(layers.background, sizePx, 3, signal),
    load(layers.personMask, sizePx, 1, signal),
    load(layers.character, sizePx, 4, signal),
    load(layers.parts, sizePx, 3, signal),
    layers.hairFront && load(layers.hairFront, sizePx, 4, signal),
    layers.front && load(layers.front, sizePx, 4, signal),
  ])
  const { skin, hair } = colourChanges(characterColours, look)
  const softMask = await softenMask(personMask)
  const figure = recolourCharacter(character, parts, skin, hair)
  return {
    picture: placeFigure(background, figure, personMask, softMask),
    softMask,
    skinPart: onlyChannel(parts, 0),
    hairFront: hairFront && recolourHair(hairFront, hair),
    front,
  }
}

/**
 * The figure where the person's mask shows it. Beyond the soft mask every byte stays the background's, whatever faint
 * traces a lossy layer has there.
 */
function placeFigure(
  background: RawImage<3>,
  figure: RawImage<4>,
  personMask: RawImage<1>,
  softMask: RawImage<1>,
): RawImage<3> {
  const data = Uint8Array.from(background.data)
  for (let i = 0; i < softMask.data.length; i++) {
    if (softMask.data[i] === 0) continue
    const coverage = blendBytes(0, figure.data[i * 4 + 3] ?? 0, personMask.data[i] ?? 0)
    if (coverage === 0) continue
    for (let channel = 0; channel < 3; channel++) {
      const at = i * 3 + channel
      data[at] = blendBytes(data[at] ?? 0, figure.data[i * 4 + channel] ?? 0, coverage)
    }
  }
  return { ...background, data }
}
