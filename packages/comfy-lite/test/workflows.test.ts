import { readFile } from 'node:fs/promises'
import { checkOnServer } from '@foxetales/comfy-workflows/check/check-on-server'
import { connectComfy } from '@foxetales/comfy-workflows/check/comfy-server'
import { findGraphProblems } from '@foxetales/comfy-workflows/graph-problems'
import { loadWorkflow, workflowNames } from '@foxetales/comfy-workflows/load-workflow'
import sharp from 'sharp'
import { describe, test } from 'vitest'
import { createPaintDraft } from '../src/draft/paint-draft.ts'
import { startSession } from './comfy-session.ts'
import { ourNodes } from './our-nodes.ts'

/** NASA's portrait of Eileen Collins, in the public domain. */
async function portrait(): Promise<Uint8Array<ArrayBuffer>> {
  const fixture = '../../face-finder/test/fixtures/astronaut.png'
  return new Uint8Array(await readFile(new URL(fixture, import.meta.url)))
}

test.each([...workflowNames])(
  '%s fits the node table: every class, input, type, value and output index',
  async (name) => {
    const { graph } = await loadWorkflow(name)
    const problems = findGraphProblems(graph, ourNodes())
    if (problems.length > 0) throw new Error(problems.map(({ detail }) => detail).join('; '))
  },
)

describe('the check command', { timeout: 120_000 }, () => {
  test('runs every workflow to its end, the identity first and the pages from it', async ({ expect }) => {
    const session = await startSession({ draftPage: createPaintDraft() })
    const verdicts = await checkOnServer(connectComfy(session.url), {
      sizePx: 256,
      steps: 2,
      photo: await portrait(),
      run: workflowNames,
    })
    expect(verdicts.map(({ workflow, problems }) => ({ workflow, problems }))).toEqual(
      workflowNames.map((workflow) => ({ workflow, problems: [] })),
    )
    const made = Object.fromEntries(
      verdicts.map(({ workflow, outputs }) => [workflow, Object.values(outputs ?? {}).flat()]),
    )
    const sizeOf = async (file = { filename: '', subfolder: '', type: '' }) =>
      (await sharp(await session.fetchImage(file)).metadata()).width
    expect(await sizeOf(made['book-page.v1']?.[0])).toBe(256)
    expect(await sizeOf(made['book-page-print.v1']?.[1])).toBe(640)
    expect(await sizeOf(made['upscale.v1']?.[0])).toBe(640)
    // The stored identity carries all that the photo gives: both ways the same picture.
    const [fromIdentity] = made['book-page.v1'] ?? []
    const [fromPhoto] = made['book-page-stock-pulid.v1'] ?? []
    if (!fromIdentity || !fromPhoto) throw new Error('both pages were made')
    const pixels = async (file: typeof fromPhoto) =>
      sharp(await session.fetchImage(file))
        .raw()
        .toBuffer()
    expect((await pixels(fromIdentity)).equals(await pixels(fromPhoto))).toBe(true)
  })

  test('takes back what it does not run, and passes on what the server says against the rest', async ({
    expect,
  }) => {
    const session = await startSession({ stepDelayMs: 50 })
    const server = connectComfy(session.url)
    const accepted = await checkOnServer(server, {
      sizePx: 64,
      steps: 1000,
      workflows: ['book-page-faceless.v1'],
    })
    expect(accepted).toMatchObject([{ problems: [] }])
    const saveImage = ourNodes()['SaveImage']
    if (saveImage === undefined) throw new Error('the table has SaveImage')
    const refused = await checkOnServer(
      { ...server, nodes: async () => ({ ...ourNodes(), KSampler: saveImage }) },
      { sizePx: 64, steps: 1, workflows: ['book-page-faceless.v1'] },
    )
    expect(refused[0]?.problems).toContain('node 50: KSampler lacks its input images')
    expect(refused[0]?.problems).toContain('node 50: KSampler has no input seed')
    expect((await session.getJson('/queue')).queue_pending).toEqual([])
  })

  test('says that a photo without a face has none', async ({ expect }) => {
    const session = await startSession()
    const verdicts = await checkOnServer(connectComfy(session.url), {
      sizePx: 64,
      steps: 1,
      workflows: ['identity.v1'],
      run: ['identity.v1'],
    })
    expect(verdicts[0]?.problems[0]).toMatch(/^FoxetalesIdentityExtract failed with NoFaceError/)
  })

  test("refuses an identity of another engine's, in words", async ({ expect }) => {
    const session = await startSession()
    const verdicts = await checkOnServer(connectComfy(session.url), {
      sizePx: 64,
      steps: 1,
      workflows: ['book-page.v1'],
      run: ['book-page.v1'],
    })
    expect(verdicts[0]?.problems[0]).toMatch(/^FoxetalesIdentityLoad failed with IdentityUnusableError/)
  })
})
