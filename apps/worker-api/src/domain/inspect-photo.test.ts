import { AppError, type ErrorCode } from '@foxetales/shared-schemas/errors'
import fc from 'fast-check'
import { describe, test } from 'vitest'
import { samples } from '../../test/samples/tiny-photos.ts'
import { inspectPhoto } from './inspect-photo.ts'

/** The code of the refusal, or the facts. Anything else that is thrown is a fault and fails the test. */
function outcome(bytes: Uint8Array): ErrorCode | ReturnType<typeof inspectPhoto> {
  try {
    return inspectPhoto(bytes)
  } catch (error) {
    if (error instanceof AppError) {
      return error.code
    }
    throw error
  }
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

function changed(bytes: Uint8Array, offset: number, values: number[]): Uint8Array {
  const copy = bytes.slice()
  copy.set(values, offset)
  return copy
}

const allSamples = Object.values(samples)
const { jpeg, png, lossyWebp, losslessWebp, extendedWebp, progressiveJpeg } = samples
/** Where the frame header of the baseline sample starts: FF C0. */
const jpegFrame = jpeg.findIndex((byte, at) => byte === 0xff && jpeg[at + 1] === 0xc0)

describe('a whole photo', () => {
  test.for([
    ['baseline JPEG', jpeg, { type: 'jpeg', widthPx: 256, heightPx: 320 }],
    ['progressive JPEG', progressiveJpeg, { type: 'jpeg', widthPx: 256, heightPx: 320 }],
    ['PNG', png, { type: 'png', widthPx: 300, heightPx: 260 }],
    ['lossy WebP', lossyWebp, { type: 'webp', widthPx: 300, heightPx: 260 }],
    ['lossless WebP', losslessWebp, { type: 'webp', widthPx: 300, heightPx: 260 }],
    ['extended WebP', extendedWebp, { type: 'webp', widthPx: 300, heightPx: 260 }],
  ] as const)('%s gives its type and size', ([, bytes, facts], { expect }) => {
    expect(outcome(bytes)).toEqual(facts)
  })

  test('is still whole with padding or a phone’s appendix behind its end', ({ expect }) => {
    const appendix = joined(new Uint8Array(32), bytesOf('moving picture'), jpeg)
    for (const bytes of allSamples) {
      expect(outcome(joined(bytes, appendix))).toEqual(outcome(bytes))
    }
  })

  test('is not ended by the restart marks and stuffed bytes of its compressed data', ({ expect }) => {
    for (const mark of [0x00, 0xd0, 0xd7]) {
      const inScan = joined(jpeg.subarray(0, -2), Uint8Array.of(0xff, mark, 0xff, 0xff, 0xd9))
      expect(outcome(inScan)).toEqual({ type: 'jpeg', widthPx: 256, heightPx: 320 })
      expect(outcome(inScan.slice(0, -1))).toBe('PHOTO_TRUNCATED')
    }
  })

  test('is found inside a larger buffer, whatever lies around it', ({ expect }) => {
    const inside = joined(bytesOf('noise'), png, bytesOf('noise')).subarray(5, 5 + png.length)
    expect(outcome(inside)).toEqual({ type: 'png', widthPx: 300, heightPx: 260 })
  })
})

describe('what is not a photo we read', () => {
  const heic = bytesOf('\0\0\0\x18ftypheic\0\0\0\0mif1heic')
  const heifWithHeicInside = bytesOf('\0\0\0\x18ftypmif1\0\0\0\0mif1heic')
  const avif = bytesOf('\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf')
  const avifInHeif = bytesOf('\0\0\0\x18ftypmif1\0\0\0\0mif1avif')
  const animatedPng = joined(
    png.subarray(0, 33),
    bytesOf('\0\0\0\x08acTL\0\0\0\x02\0\0\0\0\0\0\0\0'),
    png.subarray(33),
  )
  const webpOf = (chunks: string) =>
    bytesOf(`RIFF${String.fromCharCode(4 + chunks.length)}\0\0\0WEBP${chunks}`)
  const flagAnimated = changed(extendedWebp, 20, [0x12])

  test.for([
    ['nothing at all', new Uint8Array(0), 'PHOTO_MISSING'],
    ['a GIF', bytesOf('GIF89a\x40\x01\x40\x01'), 'PHOTO_TYPE_UNSUPPORTED'],
    ['an SVG', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'PHOTO_TYPE_UNSUPPORTED'],
    ['text', bytesOf('JPEG PNG WEBP'), 'PHOTO_TYPE_UNSUPPORTED'],
    ['one byte', bytesOf('\xff'), 'PHOTO_TYPE_UNSUPPORTED'],
    ['a RIFF file of sound', bytesOf('RIFF\x24\0\0\0WAVEfmt '), 'PHOTO_TYPE_UNSUPPORTED'],
    ['a film', bytesOf('\0\0\0\x14ftypisom\0\0\0\0mp42'), 'PHOTO_TYPE_UNSUPPORTED'],
    ['an AVIF', avif, 'PHOTO_TYPE_UNSUPPORTED'],
    ['an AVIF under the general brand', avifInHeif, 'PHOTO_TYPE_UNSUPPORTED'],
    ['an iPhone’s HEIC', heic, 'PHOTO_HEIC_UNSUPPORTED'],
    ['a HEIC under the general brand', heifWithHeicInside, 'PHOTO_HEIC_UNSUPPORTED'],
    ['a lossless JPEG', changed(jpeg, jpegFrame, [0xff, 0xc3]), 'PHOTO_TYPE_UNSUPPORTED'],
    ['an animated PNG', animatedPng, 'PHOTO_ANIMATED'],
    ['a WebP with the animation flag', flagAnimated, 'PHOTO_ANIMATED'],
    ['a WebP with frames', webpOf('ANIM\x06\0\0\0\0\0\0\0\0\0'), 'PHOTO_ANIMATED'],
  ] as const)('%s is refused', ([, bytes, code], { expect }) => {
    expect(outcome(bytes)).toBe(code)
  })
})

describe('the limits', () => {
  const pngSized = (width: number, height: number) => {
    const bytes = png.slice()
    new DataView(bytes.buffer).setUint32(16, width)
    new DataView(bytes.buffer).setUint32(20, height)
    return bytes
  }

  test('10 485 760 bytes pass and one more does not', ({ expect }) => {
    const whole = new Uint8Array(10_485_760)
    whole.set(jpeg)
    const tooLarge = new Uint8Array(10_485_761)
    tooLarge.set(jpeg)
    expect(outcome(whole)).toEqual({ type: 'jpeg', widthPx: 256, heightPx: 320 })
    expect(outcome(tooLarge)).toBe('PHOTO_TOO_LARGE')
  })

  test('50 megapixels pass and a row more does not', ({ expect }) => {
    expect(outcome(pngSized(10_000, 5_000))).toEqual({ type: 'png', widthPx: 10_000, heightPx: 5_000 })
    expect(outcome(pngSized(10_000, 5_001))).toBe('PHOTO_TOO_MANY_PIXELS')
    expect(outcome(pngSized(0xffffffff, 0xffffffff))).toBe('PHOTO_TOO_MANY_PIXELS')
  })

  test('256 pixels a side pass and 255 do not, on either side', ({ expect }) => {
    expect(outcome(pngSized(256, 256))).toEqual({ type: 'png', widthPx: 256, heightPx: 256 })
    expect(outcome(pngSized(255, 400))).toBe('PHOTO_TOO_FEW_PIXELS')
    expect(outcome(pngSized(400, 255))).toBe('PHOTO_TOO_FEW_PIXELS')
    expect(outcome(pngSized(0, 0))).toBe('PHOTO_TOO_FEW_PIXELS')
  })

  test('a WebP cannot hide a huge picture behind a small canvas', ({ expect }) => {
    const hidden = extendedWebp.slice()
    const picture = String.fromCharCode(...hidden).indexOf('VP8 ')
    hidden.set([0xff, 0x3f, 0xff, 0x3f], picture + 8 + 6)
    expect(outcome(hidden)).toBe('PHOTO_TRUNCATED')
  })

  test('a JPEG cannot state two sizes', ({ expect }) => {
    const frame = jpeg.subarray(jpegFrame, jpegFrame + 2 + 17)
    const twice = joined(jpeg.subarray(0, jpegFrame), frame, jpeg.subarray(jpegFrame))
    expect(outcome(twice)).toBe('PHOTO_TRUNCATED')
  })
})

describe('damaged files', () => {
  test('a photo cut anywhere is refused, as incomplete once its first bytes tell the type', ({ expect }) => {
    for (const bytes of allSamples) {
      for (let length = 1; length < bytes.length; length++) {
        const code = outcome(bytes.slice(0, length))
        expect(code).toBe(length < magicLength(bytes) ? 'PHOTO_TYPE_UNSUPPORTED' : 'PHOTO_TRUNCATED')
      }
    }
  })

  test('any bytes at all give facts or a known refusal, never another error', ({ expect }) => {
    const heads = [
      '',
      '\xff\xd8\xff',
      '\x89PNG\r\n\x1a\n',
      'RIFF\xff\0\0\0WEBP',
      'RIFF\x20\0\0\0WEBPVP8X',
      '\0\0\0\x18ftyp',
    ]
    const anything = fc
      .tuple(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }))
      .map(([head, tail]) => joined(bytesOf(head), tail))
    fc.assert(
      fc.property(anything, (bytes) => {
        const found = outcome(bytes)
        expect(typeof found === 'string' || found.widthPx >= 256).toBe(true)
      }),
      { numRuns: 1500 },
    )
  })

  test('a photo with bytes changed, cut and repeated gives facts within the limits or a known refusal', ({
    expect,
  }) => {
    const damage = fc.record({
      bytes: fc.constantFrom(...allSamples),
      changes: fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 12 }),
      cut: fc.tuple(fc.nat(1200), fc.nat(60)),
    })
    fc.assert(
      fc.property(damage, ({ bytes, changes, cut: [from, length] }) => {
        const copy = joined(bytes.subarray(0, from), bytes.subarray(from + length))
        for (const [at, value] of changes) {
          copy[at % copy.length] = value
        }
        const found = outcome(copy)
        const isWithin = typeof found === 'string' || found.widthPx * found.heightPx <= 50_000_000
        expect(isWithin).toBe(true)
      }),
      { numRuns: 1500 },
    )
  })
})

function magicLength(bytes: Uint8Array): number {
  const first = bytes[0]
  return first === 0xff ? 3 : first === 0x89 ? 8 : 12
}
