import { readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { describe, test } from 'vitest'
import { hashDistance, perceptualHash } from '../generator/check/perceptual-hash.ts'
import { similarBackgrounds } from '../generator/check/similar-backgrounds.ts'
import { lantern, readBook } from './copy-of-book.ts'

const hill = (moonX: number): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><rect width="400" height="400" fill="#223366"/><circle cx="${moonX}" cy="90" r="50" fill="#ffeecc"/><path d="M0,300 Q140,220 400,330 V400 H0Z" fill="#446655"/></svg>`,
  )

describe('a perceptual hash', () => {
  test('stays nearly the same when a picture is shrunk and stored with loss', async ({ expect }) => {
    const small = await sharp(hill(100)).resize(120).jpeg({ quality: 60 }).toBuffer()
    const distance = hashDistance(await perceptualHash(hill(100)), await perceptualHash(small))
    expect(distance).toBeLessThanOrEqual(4)
  })

  test('changes much when what is in the picture moves across it', async ({ expect }) => {
    const distance = hashDistance(await perceptualHash(hill(100)), await perceptualHash(hill(300)))
    expect(distance).toBeGreaterThanOrEqual(12)
  })

  test('has 64 bits, half of them set', async ({ expect }) => {
    const hash = await perceptualHash(hill(100))
    expect(hash).toHaveLength(64)
    expect(hash.filter(Boolean)).toHaveLength(32)
  })
})

test('no two backgrounds of the lantern are closer than 12 bits', { timeout: 60_000 }, async ({ expect }) => {
  const book = await readBook(lantern)
  const pages = await Promise.all(
    [...book.pages, book.cover].map(async ({ art }) => ({
      where: art.background.file,
      background: await readFile(path.join(lantern, art.background.file)),
    })),
  )
  expect(await similarBackgrounds(pages)).toEqual([])
})
