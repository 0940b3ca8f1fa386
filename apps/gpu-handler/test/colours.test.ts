import { describe, test } from 'vitest'
import { colourChanges, skinColour } from '../src/images/child-colours.ts'
import { parseHex, type Rgb } from '../src/images/colour.ts'
import type { RawImage } from '../src/images/raw-image.ts'
import { recolourHair, recolourSkin } from '../src/images/recolour.ts'
import { isSkin, measureSkin, toneSkin } from '../src/images/skin-tone.ts'

function pixels<C extends 1 | 3 | 4>(channels: C, ...values: number[][]): RawImage<C> {
  return { data: Uint8Array.from(values.flat()), width: values.length, height: 1, channels }
}

describe('the colours of a child', () => {
  test('recolour exact integers: skin by its gains, half covered pixels half way', ({ expect }) => {
    const layer = pixels(4, [200, 100, 50, 255], [200, 100, 50, 255], [9, 9, 9, 255])
    const skinPart = pixels(1, [255], [128], [0])
    const skin = { from: [200, 100, 50], to: [100, 100, 100] } as const
    const changed = recolourSkin(layer, skinPart, skin)
    expect([...changed.data]).toEqual([
      ...[100, 100, 100, 255],
      // 200 + (100 - 200) × 128/255 = 149.8; 50 + 50 × 128/255 = 75.1
      ...[150, 100, 75, 255],
      ...[9, 9, 9, 255],
    ])
    expect([...layer.data.slice(0, 4)]).toEqual([200, 100, 50, 255])
  })

  test('never run over: a bright pixel stays within a byte', ({ expect }) => {
    const hair = { from: [50, 50, 50], to: [250, 250, 250] } as const
    const light = recolourHair(pixels(4, [200, 60, 50, 255], [200, 60, 50, 0]), hair)
    expect([...light.data]).toEqual([255, 255, 250, 255, 200, 60, 50, 0])
  })

  test('take the hair from the parent, else from the photo, else leave it as painted', ({ expect }) => {
    const painted = { skin: '#e0b090', hair: '#805030' }
    const fair = { hair: { colour: '#c8a870', length: 'long' }, glasses: false } as const
    const hairOf = (...told: [{ colour: 'black' } | undefined, typeof fair | undefined]) =>
      colourChanges(painted, { skin_tone: 3, hair: told[0] }, told[1]).hair.to
    expect(hairOf({ colour: 'black' }, fair)).toEqual(parseHex('#2e2826'))
    expect(hairOf(undefined, fair)).toEqual(parseHex('#c8a870'))
    expect(hairOf(undefined, undefined)).toEqual(parseHex('#805030'))
    expect(colourChanges(painted, { skin_tone: 3 }, undefined).skin.to).toEqual(skinColour(3))
  })

  test('go from fair to deep over ten tones, each of them recognised as skin', ({ expect }) => {
    const tones = Array.from({ length: 10 }, (_, index) => skinColour(index + 1))
    for (const [index, [red, green, blue]] of tones.entries()) {
      expect(isSkin(red, green, blue), `tone ${index + 1}`).toBe(true)
      // Skin in shadow is still told as skin, down to three quarters of the light.
      expect(isSkin(red * 0.8, green * 0.8, blue * 0.8), `tone ${index + 1} in shadow`).toBe(true)
    }
    const lightness = tones.map(([red, green, blue]) => red + green + blue)
    expect(lightness.toSorted((a, b) => b - a)).toEqual(lightness)
  })
})

describe('the skin tone pass', () => {
  const size = 64

  function field(colour: Rgb): RawImage<3> {
    const data = new Uint8Array(size * size * 3)
    for (let i = 0; i < data.length; i++) data[i] = colour[i % 3] ?? 0
    return { data, width: size, height: size, channels: 3 }
  }

  function grey(value: (x: number) => number): RawImage<1> {
    const data = Uint8Array.from({ length: size * size }, (_, i) => value(i % size))
    return { data, width: size, height: size, channels: 1 }
  }

  const everywhere = grey(() => 255)

  for (const tone of [1, 4, 7, 10]) {
    test(`brings skin that strayed by a tenth to tone ${tone}`, async ({ expect }) => {
      const target = skinColour(tone)
      const [red, green, blue] = target
      const strayed = field([Math.round(red * 0.9), Math.round(green * 0.93), Math.round(blue * 0.9)])
      const toned = await toneSkin(strayed, everywhere, everywhere, target)
      const [tonedRed, tonedGreen, tonedBlue] = measureSkin(toned, everywhere, everywhere) ?? [0, 0, 0]
      expect(Math.abs(tonedRed - red)).toBeLessThanOrEqual(2)
      expect(Math.abs(tonedGreen - green)).toBeLessThanOrEqual(2)
      expect(Math.abs(tonedBlue - blue)).toBeLessThanOrEqual(2)
    })
  }

  test('leaves the picture that it was given as it was', async ({ expect }) => {
    const { data, ...size } = field(skinColour(5))
    const given = { ...size, data: Buffer.from(data) }
    const toned = await toneSkin(given, everywhere, everywhere, skinColour(6))
    expect(toned.data[0]).not.toBe(data[0])
    expect(Buffer.compare(given.data, data)).toBe(0)
  })

  test('changes by a quarter at most, and nothing beyond the mask, the skin part or the skin colours', async ({
    expect,
  }) => {
    const deep = skinColour(8)
    const halfMask = grey((x) => (x < 32 ? 255 : 0))
    const toned = await toneSkin(field(deep), halfMask, everywhere, skinColour(1))
    expect([...toned.data.slice(0, 3)]).toEqual(deep.map((value) => (value * 320 + 128) >> 8))
    expect([...toned.data.slice(33 * 3, 34 * 3)]).toEqual([...deep])
    const noSkinPart = await toneSkin(
      field(deep),
      everywhere,
      grey(() => 0),
      skinColour(1),
    )
    expect(noSkinPart.data).toEqual(field(deep).data)
    const blueCoat = field(parseHex('#3060a0'))
    expect((await toneSkin(blueCoat, everywhere, everywhere, deep)).data).toEqual(blueCoat.data)
  })
})
