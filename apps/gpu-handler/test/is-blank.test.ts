import { describe, test } from 'vitest'
import { isBlank } from '../src/images/is-blank.ts'
import type { RawImage } from '../src/images/raw-image.ts'

const SIZE = 32

function picture(grey: (i: number) => number): RawImage<3> {
  const data = Uint8Array.from({ length: SIZE * SIZE * 3 }, (_, at) => grey(Math.floor(at / 3)))
  return { data, width: SIZE, height: SIZE, channels: 3 }
}

/** White over the upper half. */
const mask: RawImage<1> = {
  data: Uint8Array.from({ length: SIZE * SIZE }, (_, i) => (i < (SIZE * SIZE) / 2 ? 255 : 0)),
  width: SIZE,
  height: SIZE,
  channels: 1,
}

describe('a painted person', () => {
  test('that is one flat colour, or nearly, is blank, whatever lies beside it', ({ expect }) => {
    expect(
      isBlank(
        picture(() => 0),
        mask,
      ),
    ).toBe(true)
    expect(
      isBlank(
        picture((i) => 128 + (i % 2)),
        mask,
      ),
    ).toBe(true)
    expect(
      isBlank(
        picture((i) => (mask.data[i] === 255 ? 0 : i % 256)),
        mask,
      ),
    ).toBe(true)
  })

  test('that has light and shade is not', ({ expect }) => {
    expect(
      isBlank(
        picture((i) => (i % 2 === 0 ? 60 : 90)),
        mask,
      ),
    ).toBe(false)
  })
})
