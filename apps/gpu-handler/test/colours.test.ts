import { describe, test } from 'vitest'
import { colourChanges, skinColour } from '../src/images/child-colours.ts'
import { parseHex } from '../src/images/colour.ts'
import { isSkin } from '../src/images/find-skin.ts'
import type { RawImage } from '../src/images/raw-image.ts'
import { recolourHair, recolourSkin } from '../src/images/recolour.ts'

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
