import type { SourceFile } from '@foxetales/shared-schemas/unit'
import sharp from 'sharp'
import type { FetchTemplate } from '../files/template-cache.ts'
import { UnitFailure } from '../unit-failure.ts'
import { type Channels, MAX_PIXELS, type RawImage, toRaw } from './raw-image.ts'

/** Gives an unpacked template layer at one size. The pixels are shared: never write into them. */
export type LayerLoader = <C extends Channels>(
  source: SourceFile,
  sizePx: number,
  channels: C,
  signal?: AbortSignal,
) => Promise<RawImage<C>>

/** What is larger is art for print, which one page needs once. */
const LARGEST_KEPT_PX = 1024

/**
 * Keeps the layers used last unpacked in memory, up to `maxBytes`: the same three preview pages are made for every
 * customer of a book. Only template art comes this way, nothing of any child.
 */
export function createLayerLoader(fetchTemplate: FetchTemplate, maxBytes = 128_000_000): LayerLoader {
  // A Map remembers insertion order, so the first key is the one unused for longest.
  const kept = new Map<string, RawImage>()
  let keptBytes = 0

  function remember(key: string, image: RawImage): void {
    kept.set(key, image)
    keptBytes += image.data.length
    for (const [oldest, old] of kept) {
      if (keptBytes <= maxBytes) break
      kept.delete(oldest)
      keptBytes -= old.data.length
    }
  }

  return async (source, sizePx, channels, signal) => {
    const key = source.sha256 && sizePx <= LARGEST_KEPT_PX && `${source.sha256} ${sizePx} ${channels}`
    const known = key ? kept.get(key) : undefined
    if (key && known) {
      kept.delete(key)
      kept.set(key, known)
      // The key names the channels, so what lies under it has them.
      return { ...known, channels }
    }
    const image = await unpack(await fetchTemplate(source, signal), sizePx, channels)
    if (key && !kept.has(key)) remember(key, image)
    return image
  }
}

async function unpack<C extends Channels>(bytes: Buffer, sizePx: number, channels: C): Promise<RawImage<C>> {
  try {
    const layer = sharp(bytes, { limitInputPixels: MAX_PIXELS })
    return await toRaw(layer.resize(sizePx, sizePx, { fit: 'fill' }), channels)
  } catch (error) {
    throw new UnitFailure('LAYER_UNREADABLE', 'a layer of the book is no readable picture', {
      retryable: false,
      cause: error,
    })
  }
}
