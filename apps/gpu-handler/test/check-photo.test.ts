import sharp from 'sharp'
import { afterEach, beforeEach, describe, type ExpectStatic, test } from 'vitest'
import { createJobHandler } from '../src/handle-job.ts'
import { type FakeEdge, startFakeEdge } from './fake-edge.ts'
import { checkPhotoUnit, jobContext, makeWorkshop, readPortrait } from './units.ts'

describe('a photo check', () => {
  let edge: FakeEdge
  let portrait: Buffer

  beforeEach(async () => {
    edge = await startFakeEdge()
    portrait = await readPortrait()
  })
  afterEach(() => edge.close())

  /** Runs the whole job; no ComfyUI is there, and none is needed. */
  async function check(photo: Buffer) {
    const handle = createJobHandler(makeWorkshop(edge, '/nowhere', 'http://127.0.0.1:1'))
    await handle({ id: 'job', input: checkPhotoUnit(edge, photo) }, jobContext())
    const last = edge.heard.at(-1)
    return last?.event === 'finished' ? last.result : undefined
  }

  async function expectRefusal(expect: ExpectStatic, photo: Buffer, reason: string) {
    expect(await check(photo)).toEqual({ outcome: 'refused', reason })
  }

  test('accepts a clear portrait and tells its size', async ({ expect }) => {
    const result = await check(portrait)
    expect(result).toMatchObject({ outcome: 'accepted', widthPx: 512, heightPx: 512 })
    if (result?.outcome === 'accepted') expect(result.faceWidthPx).toBeGreaterThan(100)
  })

  test('reads a photo as its EXIF turns it', async ({ expect }) => {
    const wide = await sharp(portrait).extract({ left: 0, top: 0, width: 512, height: 400 }).toBuffer()
    const lying = await sharp(await sharp(wide).rotate(-90).toBuffer())
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(await check(lying)).toMatchObject({ outcome: 'accepted', widthPx: 512, heightPx: 400 })
  })

  test('refuses a picture without a face', async ({ expect }) => {
    const sky = sharp({ create: { width: 500, height: 400, channels: 3, background: '#88bbee' } })
    await expectRefusal(expect, await sky.jpeg().toBuffer(), 'NO_FACE')
  })

  test('refuses two people of like size', async ({ expect }) => {
    const two = sharp({ create: { width: 1024, height: 512, channels: 3, background: '#ffffff' } }).composite(
      [
        { input: portrait, left: 0, top: 0 },
        { input: portrait, left: 512, top: 0 },
      ],
    )
    await expectRefusal(expect, await two.png().toBuffer(), 'SEVERAL_FACES')
  })

  test('refuses a face that is too small to tell who it is', async ({ expect }) => {
    await expectRefusal(expect, await sharp(portrait).resize(256).toBuffer(), 'FACE_TOO_SMALL')
  })

  test('refuses a blurred face', async ({ expect }) => {
    await expectRefusal(expect, await sharp(portrait).blur(4).toBuffer(), 'PHOTO_BLURRED')
  })

  test('refuses a file that is cut off, and one that is no picture', async ({ expect }) => {
    const jpeg = await sharp(portrait).jpeg().toBuffer()
    await expectRefusal(expect, jpeg.subarray(0, jpeg.length / 2), 'PHOTO_UNREADABLE')
    await expectRefusal(expect, Buffer.from('no picture at all'), 'PHOTO_UNREADABLE')
  })
})
