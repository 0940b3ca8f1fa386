import sharp, { type Sharp } from 'sharp'
import { test } from 'vitest'
import { likeness, loadFaceEmbedder } from '../src/face-likeness.ts'
import { astronautPath, groupPhotoPath, toRgb } from './photos.ts'

test('a face is more like its own mirrored, smaller photo than like somebody else', async ({ expect }) => {
  const embedder = await loadFaceEmbedder()
  const astronaut = sharp(astronautPath).extract({ left: 110, top: 0, width: 240, height: 240 })
  const stranger = sharp(groupPhotoPath(6))
    .extract({ left: 1300, top: 130, width: 580, height: 580 })
    .resize(300)
  const embed = async (image: Sharp) => {
    const described = await embedder.describe(await toRgb(image))
    if (described === null) throw new Error('the photo has a face')
    return described.embedding
  }
  const original = await embed(astronaut)
  const again = await embed(astronaut.clone().flop().resize(160))
  const other = await embed(stranger)
  expect(likeness(original, again)).toBeGreaterThan(likeness(original, other) + 0.2)
  expect(likeness(original, original)).toBeCloseTo(1, 5)
})

test('an image without a face has no embedding', async ({ expect }) => {
  const embedder = await loadFaceEmbedder()
  const plain = { data: new Uint8Array(96 * 96 * 3).fill(140), width: 96, height: 96 }
  expect(await embedder.describe(plain)).toBeNull()
})
