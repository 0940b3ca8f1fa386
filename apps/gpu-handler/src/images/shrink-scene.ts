import { blendBytes } from './colour.ts'
import { fromRaw, type RawImage, resizeSquare, toRaw } from './raw-image.ts'
import type { Scene } from './scene.ts'

/**
 * A scene at a smaller size, made of the finished larger one: a paid page is needed at both, and unpacking, recolouring
 * and shrinking every layer twice takes longer than all the rest. Where the mask is 0 the picture is the shrunk
 * background byte for byte: shrinking would draw traces of the figure a pixel or two out there.
 */
export async function shrinkScene(scene: Scene, sizePx: number): Promise<Scene> {
  if (scene.picture.width === sizePx) return scene
  const [background, picture, softMask, skinPart, over] = await Promise.all([
    resizeSquare(scene.background, sizePx),
    resizeSquare(scene.picture, sizePx),
    shrink(scene.softMask, sizePx),
    shrink(scene.skinPart, sizePx),
    scene.over.length === 0 ? undefined : shrink(stack(scene.over), sizePx),
  ])
  for (let at = 0; at < picture.data.length; at++) {
    if (softMask.data[Math.floor(at / 3)] === 0) picture.data[at] = background.data[at] ?? 0
  }
  return { background, picture, softMask, skinPart, over: over ? [over] : [] }
}

function shrink<C extends 1 | 4>(image: RawImage<C>, sizePx: number): Promise<RawImage<C>> {
  return toRaw(fromRaw(image).resize(sizePx, sizePx, { fit: 'fill' }), image.channels)
}

/** See-through layers as one, the first lowest; straight alpha, as they have it. */
function stack(layers: readonly RawImage<4>[]): RawImage<4> {
  const [lowest, ...higher] = layers
  if (lowest === undefined) throw new RangeError('there is no layer to stack')
  if (higher.length === 0) return lowest
  const data = Uint8Array.from(lowest.data)
  for (const { data: upper } of higher) {
    for (let at = 0; at < data.length; at += 4) {
      const alpha = upper[at + 3] ?? 0
      if (alpha === 0) continue
      // What of the lower one is still seen, and what both cover together, of 255.
      const below = blendBytes(data[at + 3] ?? 0, 0, alpha)
      const covered = alpha + below
      for (let channel = at; channel < at + 3; channel++) {
        const sum = (upper[channel] ?? 0) * alpha + (data[channel] ?? 0) * below
        data[channel] = Math.round(sum / covered)
      }
      data[at + 3] = covered
    }
  }
  return { ...lowest, data }
}
