import { describe, test } from 'vitest'
import { maskWithHair } from '../src/images/mask-with-hair.ts'
import type { RawImage } from '../src/images/raw-image.ts'

/** A row of pixels of which only the coverage matters. */
function layer(...coverage: number[]): RawImage<4> {
  return {
    data: Uint8Array.from(coverage.flatMap((value) => [0, 0, 0, value])),
    width: coverage.length,
    height: 1,
    channels: 4,
  }
}

const body: RawImage<1> = { data: Uint8Array.from([255, 0, 0, 0]), width: 4, height: 1, channels: 1 }

describe('the mask of a person', () => {
  test('has the hair in it, back and front, but not where something stands before it', ({ expect }) => {
    const mask = maskWithHair(body, [layer(0, 200, 0, 255), layer(0, 0, 90, 0)], layer(0, 0, 0, 255))
    expect([...mask.data]).toEqual([255, 200, 90, 0])
  })

  test('leaves the template’s own mask as it was', ({ expect }) => {
    maskWithHair(body, [layer(255, 255, 255, 255)], undefined)
    expect([...body.data]).toEqual([255, 0, 0, 0])
  })
})
