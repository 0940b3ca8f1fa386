import sharp from 'sharp'
import { beforeAll, describe, test } from 'vitest'
import { type FaceFinder, loadFaceFinder, type RgbImage } from '../src/face-finder.ts'
import { photoVerdict } from '../src/photo-verdict.ts'
import { faceSharpness } from '../src/sharpness.ts'
import { astronautPath, groupPhotoPath, readRgb, toRgb } from './photos.ts'

const fetchBefore = globalThis.fetch
let finder: FaceFinder
let astronaut: RgbImage

beforeAll(async () => {
  finder = await loadFaceFinder()
  astronaut = await readRgb(astronautPath)
})

async function judge(image: RgbImage) {
  const faces = await finder.find(image)
  return photoVerdict(faces, (face) => faceSharpness(image, face.box))
}

describe('finding faces', () => {
  test('one portrait has one face, and its eyes lie inside its box', async ({ expect }) => {
    const [face, ...others] = await finder.find(astronaut)
    expect(others).toEqual([])
    expect(face?.mesh).toHaveLength(478)
    const [x = 0, y = 0] = face?.mesh[33] ?? []
    const box = face?.box ?? { x: 0, y: 0, width: 0, height: 0 }
    expect(x).toBeGreaterThan(box.x)
    expect(x).toBeLessThan(box.x + box.width)
    expect(y).toBeGreaterThan(box.y)
    expect(y).toBeLessThan(box.y + box.height)
  })

  test('a group photo gives every face, largest first', async ({ expect }) => {
    const faces = await finder.find(await readRgb(groupPhotoPath(6)))
    const areas = faces.map(({ box }) => box.width * box.height)
    expect(faces).toHaveLength(4)
    expect(areas).toEqual(areas.toSorted((a, b) => b - a))
  })

  test.for([
    [90, Math.PI / 2],
    [180, Math.PI],
    [270, -Math.PI / 2],
  ] as const)(
    'a portrait turned by %i degrees is found where it lies',
    async ([degrees, roll], { expect }) => {
      const turned = await toRgb(sharp(astronautPath).rotate(degrees))
      const [face] = await finder.find(turned)
      const [upright] = await finder.find(astronaut)
      const chin = face?.mesh[152] ?? [0, 0, 0]
      const brow = face?.mesh[10] ?? [0, 0, 0]
      const angle = Math.atan2(chin[1] - brow[1], chin[0] - brow[0]) - Math.PI / 2
      expect(Math.cos(angle - roll)).toBeGreaterThan(0.9)
      expect(Math.cos((face?.roll ?? 0) - roll)).toBeGreaterThan(0.9)
      expect(face?.box.width).toBeCloseTo(upright?.box.width ?? 0, -1)
    },
  )

  test('calls made at once answer each about its own image', async ({ expect }) => {
    const plain = { data: new Uint8Array(64 * 64 * 3).fill(180), width: 64, height: 64 }
    const [one, none, again] = await Promise.all(
      [astronaut, plain, astronaut].map((image) => finder.find(image)),
    )
    expect(none).toEqual([])
    expect(one).toHaveLength(1)
    expect(again).toEqual(one)
  })

  test('loading puts the global fetch back and happens once', async ({ expect }) => {
    expect(globalThis.fetch).toBe(fetchBefore)
    expect(await loadFaceFinder()).toBe(finder)
  })

  test('a byte count that does not fit the size is refused', async ({ expect }) => {
    await expect(finder.find({ ...astronaut, width: 100 })).rejects.toThrow(RangeError)
  })
})

describe('judging photos', () => {
  test('a sharp portrait is accepted', async ({ expect }) => {
    expect(await judge(astronaut)).toMatchObject({ outcome: 'accepted' })
  })

  test('a group is refused because of its several faces', async ({ expect }) => {
    const group = await readRgb(groupPhotoPath(6))
    expect(await judge(group)).toEqual({ outcome: 'refused', reason: 'SEVERAL_FACES' })
  })

  test('a blurred portrait is refused', async ({ expect }) => {
    expect(await judge(await toRgb(sharp(astronautPath).blur(3)))).toEqual({
      outcome: 'refused',
      reason: 'PHOTO_BLURRED',
    })
  })

  test('a portrait of a few pixels is refused as too small', async ({ expect }) => {
    expect(await judge(await toRgb(sharp(astronautPath).resize(300)))).toEqual({
      outcome: 'refused',
      reason: 'FACE_TOO_SMALL',
    })
  })

  test('a picture of nobody is refused', async ({ expect }) => {
    const corner = sharp(astronautPath).extract({ left: 0, top: 300, width: 120, height: 200 })
    expect(await judge(await toRgb(corner))).toEqual({ outcome: 'refused', reason: 'NO_FACE' })
  })
})
