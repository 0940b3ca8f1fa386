import { describe, test } from 'vitest'
import { samples } from '../../test/samples/tiny-photos.ts'
import { inspectPhoto } from './inspect-photo.ts'
import { crc32 } from './photo-formats/crc32.ts'
import { readOrientation } from './photo-formats/exif-orientation.ts'
import { stripMetadata } from './strip-metadata.ts'

const { jpeg, progressiveJpeg, png, lossyWebp, losslessWebp, extendedWebp } = samples
const secret = 'N 21.0285 E 105.8542 at home'

function text(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}

function bytesOf(letters: string): Uint8Array {
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
}

function big(value: number, width: 2 | 4): string {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return text(bytes).slice(4 - width)
}

function little(value: number, width: 2 | 4): string {
  return [...big(value, width)].reverse().join('')
}

/** What a phone writes, in either byte order: two entries of the first directory, then a GPS block of letters. */
function phoneExif(orientation: number, order: 'MM' | 'II'): string {
  const number = order === 'MM' ? big : little
  const gps = number(0x8825, 2) + number(4, 2) + number(1, 4) + number(40, 4)
  const turn = number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + number(0, 2)
  return order + number(42, 2) + number(8, 4) + number(2, 2) + gps + turn + number(0, 4) + secret
}

function jpegSegment(marker: number, payload: string): string {
  return `\xff${String.fromCharCode(marker)}${big(payload.length + 2, 2)}${payload}`
}

function jpegFromPhone(exif: string): Uint8Array {
  const extra = [
    jpegSegment(0xe1, `Exif\0\0${exif}`),
    jpegSegment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x>${secret}</x>`),
    jpegSegment(0xe2, `ICC_PROFILE\0\x01\x01colours`),
    jpegSegment(0xe2, `MPF\0${secret}`),
    jpegSegment(0xed, `Photoshop 3.0\x008BIM${secret}`),
    jpegSegment(0xf5, secret),
    jpegSegment(0xfe, secret),
  ]
  const plain = text(jpeg)
  // After the sample's own first segment, JFIF, which is 18 bytes long.
  return bytesOf(plain.slice(0, 20) + extra.join('') + plain.slice(20) + text(jpeg) + secret)
}

function pngChunk(name: string, data: string): string {
  return big(data.length, 4) + name + data + big(crc32(bytesOf(name + data)), 4)
}

function pngFromPhone(exif: string): Uint8Array {
  const extra = [
    pngChunk('eXIf', exif),
    pngChunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${secret}`),
    pngChunk('tEXt', `Comment\0${secret}`),
    pngChunk('prVt', secret),
    pngChunk('tIME', '\x07\xea\x0b\x15\x01\x02\x03'),
    pngChunk('gAMA', big(45455, 4)),
  ]
  const plain = text(png)
  return bytesOf(plain.slice(0, 33) + extra.join('') + plain.slice(33) + secret)
}

function webpFromPhone(exif: string): Uint8Array {
  const chunk = (name: string, data: string) =>
    name + little(data.length, 4) + data + '\0'.repeat(data.length % 2)
  const extra = chunk('EXIF', exif) + chunk('XMP ', `${secret}!`) + chunk('junk', secret)
  const body = text(extendedWebp).slice(8) + extra
  const whole = bytesOf(`RIFF${little(body.length, 4)}${body}`)
  whole[20] = 0x10 | 0x08 | 0x04
  return whole
}

const phones = [
  ['JPEG', jpegFromPhone],
  ['PNG', pngFromPhone],
  ['WebP', webpFromPhone],
] as const

describe.for(phones)('a %s from a phone', ([, fromPhone]) => {
  test('loses place, captions and appendix, and keeps its size', ({ expect }) => {
    const photo = fromPhone(phoneExif(6, 'MM'))
    expect(text(photo)).toContain(secret)
    const clean = stripMetadata(photo, inspectPhoto(photo))
    expect(text(clean)).not.toContain('105.8542')
    expect(text(clean)).not.toMatch(/xmp|xap|Photoshop|MPF|Comment|tIME/i)
    expect(inspectPhoto(clean)).toEqual(inspectPhoto(photo))
  })

  test.for(['MM', 'II'] as const)('keeps which way up it is, read in byte order %s', (order, { expect }) => {
    for (const orientation of [2, 3, 4, 5, 6, 7, 8]) {
      const photo = fromPhone(phoneExif(orientation, order))
      const clean = stripMetadata(photo, inspectPhoto(photo))
      const tiff = clean.subarray(text(clean).indexOf('MM\0*'))
      expect(readOrientation(tiff)).toBe(orientation)
    }
  })

  test.for([0, 1, 9, 65535])('has no EXIF left when its orientation is %i', (orientation, { expect }) => {
    const photo = fromPhone(phoneExif(orientation, 'II'))
    const clean = stripMetadata(photo, inspectPhoto(photo))
    expect(text(clean)).not.toMatch(/exif|MM\0\*/i)
  })

  test('is the same when stripped twice', ({ expect }) => {
    const photo = fromPhone(phoneExif(8, 'MM'))
    const once = stripMetadata(photo, inspectPhoto(photo))
    expect(stripMetadata(once, inspectPhoto(once))).toEqual(once)
  })

  test('survives EXIF that is cut anywhere, as an upright photo or with its orientation', ({ expect }) => {
    const exif = phoneExif(6, 'MM')
    for (let length = 0; length < exif.length; length++) {
      const photo = fromPhone(exif.slice(0, length))
      const clean = stripMetadata(photo, inspectPhoto(photo))
      expect(inspectPhoto(clean)).toEqual(inspectPhoto(photo))
    }
  })
})

test('the picture and what its colours mean stay byte for byte', ({ expect }) => {
  const fromJpeg = jpegFromPhone(phoneExif(1, 'MM'))
  const cleanJpeg = text(stripMetadata(fromJpeg, { type: 'jpeg' }))
  expect(cleanJpeg).toContain('ICC_PROFILE\0\x01\x01colours')
  expect(cleanJpeg.endsWith(text(jpeg).slice(20))).toBe(true)

  const cleanPng = text(stripMetadata(pngFromPhone(phoneExif(1, 'MM')), { type: 'png' }))
  const pixels = text(png).slice(text(png).indexOf('IDAT'))
  expect(cleanPng).toContain('gAMA')
  expect(cleanPng.endsWith(pixels)).toBe(true)
})

test('a WebP tells its own length again, and its flags tell what is left in it', ({ expect }) => {
  const clean = stripMetadata(webpFromPhone(phoneExif(1, 'MM')), { type: 'webp' })
  expect(clean).toEqual(extendedWebp)
})

test('a photo without metadata stays as it was', ({ expect }) => {
  for (const bytes of [jpeg, progressiveJpeg, lossyWebp, losslessWebp, extendedWebp]) {
    expect(stripMetadata(bytes, inspectPhoto(bytes))).toEqual(bytes)
  }
})
