import type { ChildLook, MeasuredLook } from '@foxetales/shared-schemas/child'
import type { PageLayers } from '@foxetales/shared-schemas/unit'
import { colourChanges } from './child-colours.ts'
import { blendBytes } from './colour.ts'
import type { LayerLoader } from './layers.ts'
import { maskWithHair } from './mask-with-hair.ts'
import type { RawImage } from './raw-image.ts'
import { recolourHair, recolourSkin } from './recolour.ts'
import { softenMask } from './soft-mask.ts'

/** What a unit says of its page's art and of the child in it. */
export type SceneSource = {
  readonly layers: PageLayers
  readonly characterColours: { readonly skin: string; readonly hair: string }
  readonly look: ChildLook
  readonly measuredLook?: MeasuredLook | undefined
}

/**
 * A page's art in the child's colours at one size, ready for its painted person. The art comes lit by its artist, so the
 * page's `light` asks for nothing more here.
 */
export type Scene = {
  /** The background with the artist's own figure on it: what the engine starts from, and what a soft edge fades into. */
  readonly picture: RawImage<3>
  /** The background alone. */
  readonly background: RawImage<3>
  readonly softMask: RawImage<1>
  /** Where the artist put skin, 0..255. */
  readonly skinPart: RawImage<1>
  /** What goes over the face, from the face outwards: glasses, hearing aid, hair, and what stands before the child. */
  readonly over: readonly RawImage<4>[]
}

export async function loadScene(
  load: LayerLoader,
  { layers, characterColours, look, measuredLook }: SceneSource,
  sizePx: number,
  signal?: AbortSignal,
): Promise<Scene> {
  const cutOut = (source: PageLayers['front']) => source && load(source, sizePx, 4, signal)
  const [background, bodyMask, character, skinPart, hairBack, hairFront, glasses, hearingAid, front] =
    await Promise.all([
      load(layers.background, sizePx, 3, signal),
      load(layers.personMask, sizePx, 1, signal),
      load(layers.character, sizePx, 4, signal),
      // Red is skin.
      load(layers.parts, sizePx, 1, signal),
      cutOut(layers.hair.back),
      cutOut(layers.hair.front),
      cutOut(layers.glasses),
      cutOut(layers.hearingAid),
      cutOut(layers.front),
    ])
  const { skin, hair } = colourChanges(characterColours, look, measuredLook)
  const inItsColour = (layer: RawImage<4> | undefined) =>
    layer && layers.hair.tinted ? recolourHair(layer, hair) : layer
  const personMask = maskWithHair(bodyMask, [hairBack, hairFront], front)
  const softMask = await softenMask(personMask)
  const figure = [inItsColour(hairBack), recolourSkin(character, skinPart, skin)]
  const picture = { ...background, data: Uint8Array.from(background.data) }
  for (const layer of figure) if (layer) placeFigure(picture, layer, personMask, softMask)
  return {
    picture,
    background,
    softMask,
    skinPart,
    over: [glasses, hearingAid, inItsColour(hairFront), front].filter((layer) => layer !== undefined),
  }
}

/**
 * Puts a layer of the figure where the person's mask shows it. Beyond the soft mask every byte stays the background's,
 * whatever faint traces a lossy layer has there.
 */
function placeFigure(
  picture: RawImage<3>,
  layer: RawImage<4>,
  personMask: RawImage<1>,
  softMask: RawImage<1>,
): void {
  const { data } = picture
  for (let i = 0; i < softMask.data.length; i++) {
    if (softMask.data[i] === 0) continue
    const coverage = blendBytes(0, layer.data[i * 4 + 3] ?? 0, personMask.data[i] ?? 0)
    if (coverage === 0) continue
    for (let channel = 0; channel < 3; channel++) {
      const at = i * 3 + channel
      data[at] = blendBytes(data[at] ?? 0, layer.data[i * 4 + channel] ?? 0, coverage)
    }
  }
}
