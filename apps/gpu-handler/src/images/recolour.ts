import { blendBytes, type Rgb } from './colour.ts'
import type { RawImage } from './raw-image.ts'

/** A colour the artist painted with, and the one to stand there instead. */
export type ColourChange = { readonly from: Rgb; readonly to: Rgb }

/**
 * The layer with another skin: each covered pixel is multiplied, per channel, by `to / from`, so that light, shadow and
 * pigment grain stay the artist's. Coverage fades the change in. Integer arithmetic: equal on every machine.
 *
 * @param skinPart how much of each of the layer's pixels is skin
 */
export function recolourSkin(layer: RawImage<4>, skinPart: RawImage<1>, skin: ColourChange): RawImage<4> {
  const data = Uint8Array.from(layer.data)
  const tables = changeTables(skin)
  for (let i = 0; i < skinPart.data.length; i++) {
    const coverage = skinPart.data[i] ?? 0
    if (coverage > 0) changePixel(data, i * 4, tables, coverage)
  }
  return { ...layer, data }
}

/** A layer that is hair all over. */
export function recolourHair(layer: RawImage<4>, hair: ColourChange): RawImage<4> {
  const data = Uint8Array.from(layer.data)
  const tables = changeTables(hair)
  for (let at = 0; at < data.length; at += 4) {
    if ((data[at + 3] ?? 0) > 0) changePixel(data, at, tables, 255)
  }
  return { ...layer, data }
}

type ChangeTables = readonly [Uint8Array, Uint8Array, Uint8Array]

function changeTables({ from, to }: ColourChange): ChangeTables {
  return [gainTable(from[0], to[0]), gainTable(from[1], to[1]), gainTable(from[2], to[2])]
}

/**
 * For each byte its product with `to / from`, the gain held as 8.8 fixed point. What the artist painted lighter than `from`
 * is brightened by half as much where the gain is above 1: the lights of dark hair would glare on blond.
 */
function gainTable(from: number, to: number): Uint8Array {
  const gain = Math.round((to * 256) / Math.max(1, from))
  return Uint8Array.from({ length: 256 }, (_, value) => {
    const lights = gain > 256 ? Math.max(0, value - from) : 0
    return Math.min(255, (value * gain - ((lights * gain) >> 1) + 128) >> 8)
  })
}

function changePixel(data: Uint8Array, at: number, tables: ChangeTables, coverage: number): void {
  for (let channel = 0; channel < 3; channel++) {
    const before = data[at + channel] ?? 0
    const after = tables[channel]?.[before] ?? before
    data[at + channel] = blendBytes(before, after, coverage)
  }
}
