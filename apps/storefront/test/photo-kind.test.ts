import { describe, test } from 'vitest'
import { photoKind } from '../src/book/photo/read-photo.ts'

const bytes = (...parts: (string | number)[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'number' ? [part] : [...part].map((letter) => letter.charCodeAt(0)),
    ),
  )

describe('a file is told by its first bytes, whatever its name', () => {
  test.for([
    ['jpeg', bytes(0xff, 0xd8, 0xff, 0xe1)],
    ['png', bytes(0x89, 'PNG', 13, 10, 26, 10)],
    ['webp', bytes('RIFF', 0, 0, 0, 0, 'WEBPVP8 ')],
    ['heic', bytes(0, 0, 0, 24, 'ftypheic')],
    ['heic', bytes(0, 0, 0, 24, 'ftypmif1')],
    ['avif', bytes(0, 0, 0, 24, 'ftypavif')],
    ['other', bytes(0, 0, 0, 24, 'ftypmp42')],
    ['other', bytes('%PDF-1.7')],
    ['other', bytes('GIF89a')],
    ['other', bytes()],
  ] as const)('%s', ([kind, head], { expect }) => {
    expect(photoKind(head)).toBe(kind)
  })
})
