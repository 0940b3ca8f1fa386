import { describe, test } from 'vitest'
import { skinColour } from '../src/images/child-colours.ts'
import { blendBytes, parseHex, type Rgb } from '../src/images/colour.ts'
import { findSkin, isSkin } from '../src/images/find-skin.ts'
import { measureSkin } from '../src/images/measure-skin.ts'
import type { RawImage } from '../src/images/raw-image.ts'
import { skinPreset } from '../src/images/skin-presets.ts'
import { shiftSkin, toneSkin } from '../src/images/skin-tone.ts'
import { typologyAngle } from '../src/images/typology-angle.ts'
import { everywhere, isFace, medianOfFace, skinCases } from './skin-grid.ts'

const size = 64

function field(colour: Rgb): RawImage<3> {
  const data = Uint8Array.from({ length: size * size * 3 }, (_, i) => colour[i % 3] ?? 0)
  return { data, width: size, height: size, channels: 3 }
}

function grey(value: (x: number) => number): RawImage<1> {
  const data = Uint8Array.from({ length: size * size }, (_, i) => value(i % size))
  return { data, width: size, height: size, channels: 1 }
}

/** Every byte value in every channel, in no order; a width that is no multiple of eight. */
function noise<C extends 1 | 3>(channels: C, seed: number): RawImage<C> {
  const [width, height] = [301, 203]
  const data = Uint8Array.from({ length: width * height * channels }, (_, i) => {
    const mixed = Math.imul((i + seed) ^ ((i + seed) >>> 15), 0x2c1b3c6d)
    return (mixed ^ (mixed >>> 12)) & 255
  })
  return { data, width, height, channels }
}

const all = grey(() => 255)

describe('the skin tone pass over ten tones, five lights, four casts and two shadings', () => {
  const meanErrors: number[] = []
  for (let tone = 1; tone <= 10; tone++) {
    test(`holds tone ${tone}, and leaves the coat alone`, async ({ expect }) => {
      let sum = 0
      const cases = skinCases(tone)
      for (const { painted, wanted } of cases) {
        const toned = await toneSkin(painted, everywhere(), everywhere(), tone)
        sum += Math.abs(typologyAngle(medianOfFace(toned)) - typologyAngle(wanted))
        const changedCoat = toned.data.filter(
          (value, at) => !isFace(Math.floor(at / 3)) && value !== painted.data[at],
        )
        expect(changedCoat.length).toBe(0)
      }
      meanErrors.push(sum / cases.length)
      expect(sum / cases.length).toBeLessThanOrEqual(5)
    })
  }

  test('treats no tone worse than another by more than two degrees', ({ expect }) => {
    expect(meanErrors.length).toBe(10)
    expect(Math.max(...meanErrors) - Math.min(...meanErrors)).toBeLessThanOrEqual(2)
  })
})

describe('the skin tone pass', () => {
  for (const [name, tone, light] of [
    ['too dark', 3, 0.85],
    ['too light', 8, 1.2],
  ] as const) {
    test(`corrects skin that is ${name}`, async ({ expect }) => {
      const [red, green, blue] = skinColour(tone)
      const strayed = field([Math.round(red * light), Math.round(green * light), Math.round(blue * light)])
      const toned = await toneSkin(strayed, all, all, tone)
      const measured = measureSkin(toned, all, all) ?? [0, 0, 0]
      for (const [channel, value] of skinColour(tone).entries()) {
        expect(Math.abs((measured[channel] ?? 0) - value)).toBeLessThanOrEqual(2)
      }
    })
  }

  test('changes by a third at most, whatever is asked', async ({ expect }) => {
    const deep = skinColour(8)
    const lifted = await toneSkin(field(deep), all, all, 1)
    expect([...lifted.data.slice(0, 3)]).toEqual(deep.map((value) => (value * 340 + 128) >> 8))
    const fair = skinColour(1)
    const lowered = await toneSkin(field(fair), all, all, 10)
    expect([...lowered.data.slice(0, 3)]).toEqual(fair.map((value) => (value * 192 + 128) >> 8))
  })

  test('leaves alone what is beyond the mask, beyond the skin part, or no skin', async ({ expect }) => {
    const deep = field(skinColour(8))
    const halfMask = grey((x) => (x < 32 ? 255 : 0))
    const toned = await toneSkin(deep, halfMask, all, 1)
    expect([...toned.data.slice(32 * 3, 64 * 3)]).toEqual([...deep.data.slice(32 * 3, 64 * 3)])
    expect((await toneSkin(deep, all, halfMask, 1)).data.slice(32 * 3, 64 * 3)).toEqual(
      deep.data.slice(32 * 3, 64 * 3),
    )
    const blueCoat = field(parseHex('#3060a0'))
    expect((await toneSkin(blueCoat, all, all, 8)).data).toEqual(blueCoat.data)
  })

  test('leaves the picture that it was given as it was', async ({ expect }) => {
    const { data, ...sides } = field(skinColour(5))
    const given = { ...sides, data: Buffer.from(data) }
    const toned = await toneSkin(given, all, all, 6)
    expect(toned.data[0]).not.toBe(data[0])
    expect(Buffer.compare(given.data, data)).toBe(0)
  })
})

/** The multiplication in plain integers, pixel by pixel: what the kernel is held to, bit for bit. */
function shiftSkinPlainly(
  person: RawImage<3>,
  found: RawImage<1>,
  soft: RawImage<1>,
  coverage: RawImage<1>,
  gains: readonly number[],
): RawImage<3> {
  const data = new Uint8Array(person.data)
  for (let at = 0; at < data.length; at++) {
    const pixel = Math.floor(at / 3)
    if (found.data[pixel] === 0) continue
    const amount = Math.min(soft.data[pixel] ?? 0, coverage.data[pixel] ?? 0)
    const before = data[at] ?? 0
    data[at] = blendBytes(before, Math.min(255, (before * (gains[at % 3] ?? 256) + 128) >> 8), amount)
  }
  return { ...person, data }
}

describe('the compiled kernels', () => {
  test('find the same skin as the formula, pixel by pixel', ({ expect }) => {
    const [picture, coverage, part] = [noise(3, 1), noise(1, 7), noise(1, 99)]
    // A third of the pixels get skin's colours, around the edges of the range.
    const data = picture.data.map((value, at) =>
      Math.floor(at / 3) % 3 === 0 ? ([200, 140, 110][at % 3] ?? 0) + (value % 64) - 32 : value,
    )
    for (const range of [skinPreset(1).range, skinPreset(8).range]) {
      const found = findSkin({ ...picture, data }, coverage, part, range)
      let wanted = 0
      let differing = 0
      for (let i = 0; i < coverage.data.length; i++) {
        const masked = (coverage.data[i] ?? 0) >= 128 && (part.data[i] ?? 0) >= 128
        const [red = 0, green = 0, blue = 0] = data.subarray(i * 3, i * 3 + 3)
        const skin = masked && isSkin(red, green, blue, range)
        if (skin) wanted++
        if (found?.mask.data[i] !== (skin ? 255 : 0)) differing++
      }
      expect(differing).toBe(0)
      expect(found?.pixels).toBe(wanted)
      expect(wanted).toBeGreaterThan(1000)
    }
  })

  test('agree with the formula on every colour at the edges of arithmetic', ({ expect }) => {
    const values = [0, 1, 39, 40, 77, 127, 128, 133, 173, 254, 255]
    const colours = values.flatMap((r) => values.flatMap((g) => values.map((b) => [r, g, b])))
    const whole: RawImage<3> = {
      data: Uint8Array.from(colours.flat()),
      width: colours.length,
      height: 1,
      channels: 3,
    }
    const mask: RawImage<1> = {
      data: new Uint8Array(colours.length).fill(255),
      width: colours.length,
      height: 1,
      channels: 1,
    }
    const found = findSkin(whole, mask, mask)
    const wanted = colours.map(([r = 0, g = 0, b = 0]) => (isSkin(r, g, b) ? 255 : 0))
    expect([...(found?.mask.data ?? [])]).toEqual(wanted)
  })

  test('multiply exactly as the plain integers do', ({ expect }) => {
    const [picture, soft, coverage] = [noise(3, 3), noise(1, 5), noise(1, 11)]
    const found = { ...soft, data: noise(1, 17).data.map((value) => (value < 128 ? 0 : 255)) }
    for (const gains of [
      [192, 256, 340],
      [340, 255, 192],
      [257, 300, 201],
    ] as const) {
      const fast = shiftSkin(picture, found, soft, coverage, gains)
      const plain = shiftSkinPlainly(picture, found, soft, coverage, gains)
      expect(Buffer.compare(fast.data, plain.data)).toBe(0)
    }
  })
})
