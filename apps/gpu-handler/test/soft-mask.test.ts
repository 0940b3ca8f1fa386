import { featherMask } from '@foxetales/comfy-lite/pixels/feather-mask'
import { describe, test } from 'vitest'
import type { RawImage } from '../src/images/raw-image.ts'
import { softenMask } from '../src/images/soft-mask.ts'

/** White from the middle column on, with the faint traces that lossy coding leaves in the black. */
function halfMask(sizePx: number): RawImage<1> {
  const data = new Uint8Array(sizePx * sizePx)
  for (let i = 0; i < data.length; i++) data[i] = i % sizePx >= sizePx / 2 ? 255 : i % 3
  return { data, width: sizePx, height: sizePx, channels: 1 }
}

describe('the soft mask', () => {
  for (const sizePx of [1024, 1536]) {
    test(`ramps over about 12 px to either side of the grown edge, scaled to ${sizePx}`, async ({
      expect,
    }) => {
      const scale = sizePx / 1024
      const soft = await softenMask(halfMask(sizePx))
      const row = (sizePx / 2) * sizePx
      /** Value so many pixels (of 1024) inside the grown edge, which lies 2 px outside the mask's own. */
      const at = (inside: number) => soft.data[row + sizePx / 2 + Math.round((inside - 2) * scale)] ?? -1
      expect(at(20)).toBe(255)
      expect(at(14)).toBe(255)
      expect(at(11)).toBeLessThan(255)
      // The edge lies between two pixels, so these are half a pixel further in: 53 %, and 86 % and 18 % beside it.
      expect(at(0)).toBeGreaterThan(128)
      expect(at(0)).toBeLessThan(145)
      expect(at(6)).toBeGreaterThan(212)
      expect(at(6)).toBeLessThan(230)
      expect(at(-6)).toBeGreaterThan(34)
      expect(at(-6)).toBeLessThan(54)
      expect(at(-11)).toBeGreaterThan(0)
      expect(at(-14)).toBe(0)
      expect(at(-20)).toBe(0)
    })
  }

  test('is what softens the person’s edge: ComfyUI’s FeatherMask softens the picture’s border, and leaves that edge hard', async ({
    expect,
  }) => {
    const sizePx = 256
    const hard = halfMask(sizePx)
    const values = Float32Array.from(hard.data, (value) => (value === 255 ? 1 : 0))
    const edges = { left: 12, top: 12, right: 12, bottom: 12 }
    const feathered = featherMask({ width: sizePx, height: sizePx, data: values }, edges)
    const soft = await softenMask(hard)
    const row = (sizePx / 2) * sizePx
    const middle = sizePx / 2
    /** Values strictly between black and white around the person's edge, and beside the picture's right border. */
    const greyIn = (data: ArrayLike<number>, white: number, from: number, to: number) =>
      Array.from({ length: to - from }, (_, k) => data[row + from + k] ?? 0).filter((v) => v > 0 && v < white)
        .length
    expect(greyIn(feathered.data, 1, middle - 20, middle + 20)).toBe(0)
    expect(greyIn(feathered.data, 1, sizePx - 12, sizePx)).toBeGreaterThan(8)
    expect(greyIn(soft.data, 255, middle - 20, middle + 20)).toBeGreaterThan(3)
    expect(greyIn(soft.data, 255, sizePx - 12, sizePx)).toBe(0)
  })
})
