import { describe, test } from 'vitest'
import { compositeThroughMask } from '../src/images/composite.ts'
import type { RawImage } from '../src/images/raw-image.ts'
import { softenMask } from '../src/images/soft-mask.ts'

function grain(sizePx: number, seed: number): RawImage<3> {
  const data = new Uint8Array(sizePx * sizePx * 3)
  for (let at = 0; at < data.length; at++) data[at] = (Math.imul(at + seed, 0x2c1b3c6d) >>> 20) & 255
  return { data, width: sizePx, height: sizePx, channels: 3 }
}

/** A disc with the faint traces that lossy coding leaves outside it. */
function disc(sizePx: number): RawImage<1> {
  const data = new Uint8Array(sizePx * sizePx)
  for (let i = 0; i < data.length; i++) {
    const inside = Math.hypot((i % sizePx) - sizePx / 2, Math.floor(i / sizePx) - sizePx / 2) < sizePx / 4
    data[i] = inside ? 255 : i % 3
  }
  return { data, width: sizePx, height: sizePx, channels: 1 }
}

describe('a person over the background', () => {
  for (const sizePx of [1024, 2625]) {
    test(`leaves every pixel beyond the soft mask as it was, and takes every pixel well inside it, at ${sizePx}`, async ({
      expect,
    }) => {
      const [background, person] = [grain(sizePx, 1), grain(sizePx, 77)]
      const mask = await softenMask(disc(sizePx))
      const page = compositeThroughMask(background, person, mask)
      let [beyond, inside, wrong] = [0, 0, 0]
      for (let at = 0; at < page.data.length; at++) {
        const coverage = mask.data[Math.floor(at / 3)]
        if (coverage === 0) beyond++
        if (coverage === 255) inside++
        if (coverage === 0 && page.data[at] !== background.data[at]) wrong++
        if (coverage === 255 && page.data[at] !== person.data[at]) wrong++
      }
      expect(wrong).toBe(0)
      // Three quarters of the page less a band are beyond; a fifth of it less a band is the disc's inside.
      expect(beyond / page.data.length).toBeGreaterThan(0.7)
      expect(inside / page.data.length).toBeGreaterThan(0.15)
    })
  }
})
