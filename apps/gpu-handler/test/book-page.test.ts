import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { createComfyHttp } from '../src/comfy/comfy-http.ts'
import { createJobHandler } from '../src/handle-job.ts'
import { encodePrint } from '../src/images/encode.ts'
import { maskWithHair } from '../src/images/mask-with-hair.ts'
import { onlyChannel, toRaw } from '../src/images/raw-image.ts'
import { softenMask } from '../src/images/soft-mask.ts'
import { drawArt, type TestArt } from './book-art.ts'
import { bookPageUnit, jobContext, makeWorkshop, printMasterUnit, readPortrait } from './units.ts'
import { openWorkplace, type Workplace } from './workplace.ts'

const PRINT_PX = 1200

/** A paid page, made once for the tests that look at it. */
async function makePaidPage(place: Workplace, art: TestArt) {
  const workshop = makeWorkshop(place.edge, join(place.folder, 'cache'), place.comfy.url, place.comfyFolder)
  const handle = createJobHandler(workshop)
  const unit = bookPageUnit(place.edge, art, await readPortrait(), { printPx: PRINT_PX })
  const context = jobContext()
  const note = await handle({ id: 'job', input: unit }, context)
  return { handle, unit, note, context }
}

describe('a paid book page', () => {
  let place: Workplace
  let art: TestArt
  let paid: Awaited<ReturnType<typeof makePaidPage>>
  beforeAll(async () => {
    place = await openWorkplace()
    art = await drawArt()
    paid = await makePaidPage(place, art)
  })
  afterAll(() => place[Symbol.asyncDispose]())

  test('is made whole: every file is stored as announced, and nothing personal stays behind', async ({
    expect,
  }) => {
    const { note, context, unit } = paid
    const { heard, files } = place.edge
    expect(heard[0]).toEqual({ event: 'started', unitId: unit.unitId, attempt: 1 })
    expect(heard.at(-1)).toMatchObject({
      event: 'finished',
      result: {
        outcome: 'made',
        draft: true,
        engine: expect.stringContaining('comfy-lite'),
        scores: { face_place: expect.any(Number), likeness: expect.any(Number), halo: expect.any(Number) },
        failedChecks: [],
        paintings: 1,
        timingsMs: { total: expect.any(Number), comfy: expect.any(Number) },
        files: {
          page: { widthPx: 1024, heightPx: 1024 },
          person: { widthPx: 1024 },
          preview: { widthPx: 800 },
          thumbnail: { widthPx: 400 },
          print: { widthPx: PRINT_PX, bytes: files.get('/out/print.jpg')?.length },
        },
      },
    })
    const print = await sharp(files.get('/out/print.jpg')).metadata()
    expect(print).toMatchObject({
      format: 'jpeg',
      density: 300,
      chromaSubsampling: '4:4:4',
      isProgressive: false,
      space: 'srgb',
    })
    const last = heard.at(-1)
    expect(note).toMatchObject(last?.event === 'finished' ? last.result : { outcome: 'never' })
    expect(JSON.stringify([note, context.logged])).not.toMatch(/http|hill/)
    // ComfyUI keeps neither the run's texts nor its files.
    expect(await (await fetch(`${place.comfy.url}/history`)).json()).toEqual({})
    expect(await readdir(join(place.comfyFolder, 'input', 'foxetales'))).toEqual([])
    expect(await readdir(join(place.comfyFolder, 'output', 'foxetales'))).toEqual([])
  })

  test('is the art byte for byte away from the person, on the page and in print', async ({ expect }) => {
    const page = await toRaw(sharp(place.edge.files.get('/out/page.png')), 3)
    const background = await toRaw(sharp(art.background), 3)
    const cutOut = (layer: Buffer) => toRaw(sharp(layer), 4)
    const [hairBack, hairFront, leaves] = await Promise.all(
      [art.hairBack, art.hairFront, art.front].map(cutOut),
    )
    const bodyMask = await toRaw(sharp(art.personMask), 1)
    const mask = await softenMask(maskWithHair(bodyMask, [hairBack, hairFront], leaves))
    const front = leaves ? onlyChannel(leaves, 3) : mask
    let compared = 0
    let changed = 0
    for (let i = 0; i < mask.data.length; i++) {
      if (mask.data[i] !== 0 || front.data[i] !== 0) continue
      compared++
      if ([0, 1, 2].some((channel) => page.data[i * 3 + channel] !== background.data[i * 3 + channel]))
        changed++
    }
    expect(changed).toBe(0)
    expect(compared).toBeGreaterThan(800_000)

    // Left of the person and above the leaves, in whole JPEG blocks.
    const away = { left: 0, top: 0, width: 400, height: 984 }
    const printed = await toRaw(sharp(place.edge.files.get('/out/print.jpg')).extract(away), 3)
    const bare = await encodePrint(background, PRINT_PX)
    const expected = await toRaw(sharp(bare.bytes).extract(away), 3)
    expect(Buffer.compare(printed.data, expected.data)).toBe(0)
  })

  test('can be printed again from its stored person through the upscaler, looks the same, and is still known as a draft', async ({
    expect,
  }) => {
    const { handle, unit } = paid
    const person = place.edge.files.get('/out/person.png')
    if (!person) throw new Error('no person was stored')
    const master = printMasterUnit(place.edge, unit, person)
    await handle({ id: 'job', input: master }, jobContext())
    expect(place.edge.heard.at(-1)).toMatchObject({
      result: { outcome: 'made', draft: true, engine: expect.stringContaining('comfy-lite') },
    })
    const again = await toRaw(sharp(place.edge.files.get('/out/master.jpg')), 3)
    const first = await toRaw(sharp(place.edge.files.get('/out/print.jpg')), 3)
    expect(again.width).toBe(PRINT_PX)
    const apart = again.data.reduce((sum, value, i) => sum + Math.abs(value - (first.data[i] ?? 0)), 0)
    expect(apart / again.data.length).toBeLessThan(0.1)
    expect(await readdir(join(place.comfyFolder, 'output', 'foxetales'))).toEqual([])
  })
})

describe('a book page', () => {
  test('without a face in the photo fails for good, in words without links', async ({ expect }) => {
    await using place = await openWorkplace()
    const workshop = makeWorkshop(place.edge, join(place.folder, 'cache'), place.comfy.url)
    const handle = createJobHandler(workshop)
    const sky = await sharp({ create: { width: 400, height: 400, channels: 3, background: '#88bbee' } })
      .jpeg()
      .toBuffer()
    await handle({ id: 'job', input: bookPageUnit(place.edge, await drawArt(), sky) }, jobContext())
    expect(place.edge.heard.at(-1)).toMatchObject({
      result: { outcome: 'failed', code: 'NO_FACE_IN_PHOTO', retryable: false },
    })
  })

  test('that shows no face is made without ever fetching the photo', async ({ expect }) => {
    await using place = await openWorkplace()
    const workshop = makeWorkshop(place.edge, join(place.folder, 'cache'), place.comfy.url)
    const handle = createJobHandler(workshop)
    const page = bookPageUnit(place.edge, await drawArt(), Buffer.from('no picture'))
    const input = { ...page, workflow: 'book-page-faceless.v1', face: null }
    await handle({ id: 'job', input }, jobContext())
    expect(place.edge.heard.at(-1)).toMatchObject({ result: { outcome: 'made', scores: {} } })
  })

  for (const [fault, sizePx] of [
    ['all black', 1024],
    ['too small', 512],
  ] as const) {
    test(`whose painted person is ${fault} is not stored, and may be tried again`, async ({ expect }) => {
      await using place = await openWorkplace()
      const workshop = makeWorkshop(place.edge, join(place.folder, 'cache'), place.comfy.url)
      const black = sharp({ create: { width: sizePx, height: sizePx, channels: 3, background: 'black' } })
      const picture = Buffer.from(await black.png().toBuffer())
      const real = createComfyHttp(place.comfy.url)
      const comfy: typeof real = {
        ...real,
        view: async (file, signal) => (file.filename.endsWith('.png') ? picture : real.view(file, signal)),
      }
      const unit = bookPageUnit(place.edge, await drawArt(), await readPortrait())
      await createJobHandler({ ...workshop, comfy })({ id: 'job', input: unit }, jobContext())
      expect(place.edge.heard.at(-1)).toMatchObject({
        result: { outcome: 'failed', code: 'ENGINE_ANSWER_INVALID', retryable: true },
      })
      expect(place.edge.files.has('/out/page.png')).toBe(false)
    })
  }

  test('or a print that reaches a worker without ComfyUI is handed back for another', async ({ expect }) => {
    await using place = await openWorkplace()
    const workshop = makeWorkshop(place.edge, place.folder, place.comfy.url)
    const unit = bookPageUnit(place.edge, await drawArt(), await readPortrait())
    const handle = createJobHandler({ ...workshop, comfy: undefined })
    for (const input of [unit, printMasterUnit(place.edge, unit, Buffer.from('a person'))]) {
      await handle({ id: 'job', input }, jobContext())
      expect(place.edge.heard.at(-1)).toMatchObject({
        result: { outcome: 'failed', code: 'ENGINE_MISSING', retryable: true },
      })
    }
  })
})
