import { join } from 'node:path'
import sharp from 'sharp'
import { describe, test } from 'vitest'
import { createComfyHttp } from '../src/comfy/comfy-http.ts'
import { createJobHandler } from '../src/handle-job.ts'
import { drawArt } from './book-art.ts'
import {
  bookPageUnit,
  IDENTITY_PATH,
  identityLinks,
  jobContext,
  makeWorkshop,
  readPortrait,
} from './units.ts'
import { openWorkplace, type Workplace } from './workplace.ts'

/** Renders pages of the portrait with links to an identity; `searched` counts how often the engine was given the photo. */
async function pageWorker(place: Workplace) {
  const workshop = makeWorkshop(place.edge, join(place.folder, 'cache'), place.comfy.url, place.comfyFolder)
  const comfy = createComfyHttp(place.comfy.url)
  let searched = 0
  const counted: typeof comfy = {
    ...comfy,
    upload: (file, ...rest) => {
      if (file.name.startsWith('photo')) searched++
      return comfy.upload(file, ...rest)
    },
  }
  const handle = createJobHandler({ ...workshop, comfy: counted })
  const art = await drawArt()
  const photo = await readPortrait()
  return {
    render: async (seed: number) => {
      const unit = { ...bookPageUnit(place.edge, art, photo), ...identityLinks(place.edge), seed }
      await handle({ id: 'job', input: unit }, jobContext())
      return place.edge.heard.at(-1)
    },
    searched: () => searched,
  }
}

const made = { result: { outcome: 'made' } }

describe("a child's identity", { timeout: 120_000 }, () => {
  test('is found on the first page, kept, and taken from there by the next, whose engine never sees the photo', async ({
    expect,
  }) => {
    await using place = await openWorkplace()
    const worker = await pageWorker(place)
    expect(await worker.render(1)).toMatchObject(made)
    const kept = place.edge.files.get(IDENTITY_PATH)
    const first = place.edge.files.get('/out/page.png')
    expect(kept?.toString('latin1', 8, 200)).toContain('foxetales.identity')
    expect(worker.searched()).toBe(1)
    expect(await worker.render(1)).toMatchObject(made)
    expect(worker.searched()).toBe(1)
    expect(place.edge.files.get('/out/page.png')?.equals(first ?? Buffer.alloc(0))).toBe(true)
  })

  test('of another engine is found anew and takes the old one’s place', async ({ expect }) => {
    await using place = await openWorkplace()
    const worker = await pageWorker(place)
    const foreign = Buffer.from('an identity that this engine cannot read')
    place.edge.files.set(IDENTITY_PATH, foreign)
    expect(await worker.render(1)).toMatchObject(made)
    expect(place.edge.files.get(IDENTITY_PATH)?.equals(foreign)).toBe(false)
  })

  test('that cannot be kept or fetched costs no page', async ({ expect }) => {
    await using place = await openWorkplace()
    const worker = await pageWorker(place)
    place.edge.troubles.set(`GET ${IDENTITY_PATH}`, [503])
    place.edge.troubles.set(`PUT ${IDENTITY_PATH}`, [404])
    expect(await worker.render(1)).toMatchObject(made)
    expect(place.edge.files.has(IDENTITY_PATH)).toBe(false)
    expect(worker.searched()).toBe(1)
  })

  test('of nobody is not kept: a photo without a face fails for good', async ({ expect }) => {
    await using place = await openWorkplace()
    const workshop = makeWorkshop(place.edge, join(place.folder, 'cache'), place.comfy.url)
    const sky = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#88bbee' } })
      .png()
      .toBuffer()
    const unit = { ...bookPageUnit(place.edge, await drawArt(), sky), ...identityLinks(place.edge) }
    await createJobHandler(workshop)({ id: 'job', input: unit }, jobContext())
    expect(place.edge.heard.at(-1)).toMatchObject({
      result: { outcome: 'failed', code: 'NO_FACE_IN_PHOTO', retryable: false },
    })
    expect(place.edge.files.has(IDENTITY_PATH)).toBe(false)
  })
})
