import { loadFaceFinder, type RgbImage } from '@foxetales/face-finder/face-finder'
import sharp from 'sharp'
import { beforeAll, describe, test } from 'vitest'
import { findPhotoFace, type PhotoFace } from '../src/draft/photo-face.ts'
import { type PhotoReading, readPhoto } from '../src/draft/photo-reading.ts'
import { facePhoto, GROUP_PHOTO_FACES } from './draft-pages.ts'

let face: PhotoFace

beforeAll(async () => {
  const { data, width, height } = await facePhoto(GROUP_PHOTO_FACES[0])
  const bytes = Uint8Array.from(data, (value) => value * 255)
  face = await findPhotoFace(await loadFaceFinder(), { data: bytes, width, height })
}, 60_000)

/** What is read off the photo after shapes were drawn on it, in units of the face's width around a mesh point. */
async function readWith(shapes: string): Promise<PhotoReading> {
  return readPhoto({ ...face, image: await drawnOn(face.image, shapes) }, 0.6)
}

async function drawnOn({ data, width, height }: RgbImage, shapes: string): Promise<RgbImage> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes}</svg>`
  const drawn = await sharp(data, { raw: { width, height, channels: 3 } })
    .composite([{ input: Buffer.from(svg) }])
    .removeAlpha()
    .raw()
    .toBuffer()
  return { data: new Uint8Array(drawn), width, height }
}

const at = (index: number) => {
  const [x = 0, y = 0] = face.mesh[index] ?? []
  return { x, y }
}
const faceWidth = () => at(454).x - at(234).x
const total = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0)

/** Dots around the middles of the cheeks and below the eyes. */
function dots(cheeks: readonly number[]): string {
  const spread = [-0.07, -0.035, 0, 0.035, 0.07]
  return cheeks
    .flatMap((cheek) =>
      spread.flatMap((across) =>
        [-0.02, 0.02].map((down) => {
          const { x, y } = at(cheek)
          const width = faceWidth()
          return `<circle cx="${x + (across + down) * width}" cy="${y + down * width}" r="${0.011 * width}" fill="#7a4a30" opacity=".6"/>`
        }),
      ),
    )
    .join('')
}

/** A beard round the mouth and over the chin. @param half leaves the left half of the face bare */
function beard(half = false): string {
  const [mouth, chin, width] = [at(13), at(152), faceWidth()]
  const left = half ? mouth.x : mouth.x - 0.3 * width
  const top = at(2).y
  return `<path d="M${left},${top}H${mouth.x + 0.3 * width}V${chin.y + 0.1 * width}H${left}Z" fill="#241a16"/>`
}

describe('the marks of a face', () => {
  test('are none where the photo has none', async ({ expect }) => {
    const plain = await readWith('')
    expect(plain.beard).toBeUndefined()
    expect(total(plain.freckles.values)).toBe(0)
  })

  test('freckles are seen on both cheeks, a few spots on one are not freckles', async ({ expect }) => {
    const freckled = await readWith(dots([50, 280]))
    expect(total(freckled.freckles.values)).toBeGreaterThan(30)
    expect(total((await readWith(dots([50]))).freckles.values)).toBe(0)
  })

  test('a beard is seen, a shadow on half of the chin is none', async ({ expect }) => {
    const bearded = await readWith(beard())
    expect(total(bearded.beard?.where.values ?? new Float32Array())).toBeGreaterThan(2000)
    expect((await readWith(beard(true))).beard).toBeUndefined()
  })
})
