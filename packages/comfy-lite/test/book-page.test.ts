import { fillWorkflow, loadWorkflow } from '@foxetales/comfy-workflows/load-workflow'
import { describe, test } from 'vitest'
import { createPaintDraft } from '../src/draft/paint-draft.ts'
import type { DraftRequest } from '../src/draft-port.ts'
import { NoFaceError } from '../src/draft-port.ts'
import { greyPng, paintNegative, squarePng, startSession } from './comfy-session.ts'

const size = 64

async function pageSession(options: Parameters<typeof startSession>[0] = {}) {
  const session = await startSession(options)
  await session.upload('photo.png', await greyPng(48, () => 90), { subfolder: 'job' })
  await session.upload('face.png', await squarePng(size, 24, 40), { subfolder: 'job' })
  await session.upload('init.png', await greyPng(size, () => 200), { subfolder: 'job' })
  await session.upload('mask.png', await squarePng(size, 16, 48), { subfolder: 'job' })
  return session
}

const sharedValues = {
  init_image: 'job/init.png',
  soft_mask: 'job/mask.png',
  prompt_clip_l: 'a child',
  prompt_t5xxl: 'a child on a boat',
  seed: 11,
  steps: 4,
  denoise: 0.55,
  filename_prefix: 'job/person',
}

async function pageGraph() {
  const workflow = await loadWorkflow('book-page-stock-pulid.v1')
  return fillWorkflow(workflow, { ...sharedValues, photo: 'job/photo.png', face_mask: 'job/face.png' })
}

async function facelessGraph() {
  return fillWorkflow(await loadWorkflow('book-page-faceless.v1'), sharedValues)
}

describe('the book page with the stock PuLID nodes', () => {
  test('paints inside the soft mask only and saves the person', async ({ expect }) => {
    const session = await pageSession()
    const { history } = await session.run(await pageGraph())
    expect(history.status.status_str).toBe('success')
    expect(history.outputs['70']?.images).toEqual([
      { filename: 'person_00001_.png', subfolder: 'job', type: 'output' },
    ])
    const pixels = await session.pixelsOf(history, '70')
    const redAt = (x: number, y: number) => pixels[(y * size + x) * 3]
    expect(redAt(32, 32)).toBe(55)
    expect(redAt(8, 8)).toBe(200)
    expect(redAt(15, 32)).toBe(200)
    expect(redAt(16, 32)).toBe(55)
  })

  test('hands photo, masks, seed and denoise to the painter', async ({ expect }) => {
    const requests: DraftRequest[] = []
    const session = await pageSession({
      draftPage: async (request) => {
        requests.push(request)
        return request.init
      },
    })
    await session.run(await pageGraph())
    const [request] = requests
    expect(requests).toHaveLength(1)
    expect(request).toMatchObject({ seed: 11, denoise: 0.55 })
    expect(request?.photo?.width).toBe(48)
    expect(request?.photo?.data[0]).toBeCloseTo(90 / 255, 6)
    expect(request?.faceMask?.data[32 * size + 32]).toBe(1)
    expect(request?.faceMask?.data[10 * size + 10]).toBe(0)
    expect(request?.noiseMask?.data[17 * size + 17]).toBe(1)
  })

  test('with PuLID bypassed by a rewired link paints no likeness', async ({ expect }) => {
    const requests: DraftRequest[] = []
    const session = await pageSession({
      draftPage: async (request) => {
        requests.push(request)
        return request.init
      },
    })
    const graph = await pageGraph()
    Object.assign(graph['41']?.inputs ?? {}, { model: ['40', 0] })
    await session.run(graph)
    expect(requests).toMatchObject([{ photo: null, faceMask: null }])
  })

  test('with the noise mask bypassed repaints the whole picture', async ({ expect }) => {
    const session = await pageSession()
    const graph = await pageGraph()
    Object.assign(graph['50']?.inputs ?? {}, { latent_image: ['43', 0] })
    const { history } = await session.run(graph)
    const pixels = await session.pixelsOf(history, '70')
    expect(new Set(pixels)).toEqual(new Set([55]))
  })

  test('without a face asks for no likeness', async ({ expect }) => {
    const requests: DraftRequest[] = []
    const session = await pageSession({
      draftPage: async (request) => {
        requests.push(request)
        return await paintNegative(request)
      },
    })
    const { history } = await session.run(await facelessGraph())
    expect(history.status.status_str).toBe('success')
    expect(requests[0]).toMatchObject({ photo: null, faceMask: null })
  })

  test('a photo without a face ends in an execution error, not in a page with a random child', async ({
    expect,
  }) => {
    const session = await pageSession({
      draftPage: async () => {
        throw new NoFaceError('no face in the photo')
      },
    })
    const { history, client } = await session.run(await pageGraph())
    expect(history.status).toMatchObject({ status_str: 'error', completed: false })
    expect(history.outputs).toEqual({})
    const error = client.frames.find((frame) => frame.type === 'execution_error')
    expect(error?.data).toMatchObject({ exception_type: 'NoFaceError', node_id: '50', node_type: 'KSampler' })
  })

  test("this package's own painter says so when a photo shows no face", async ({ expect }) => {
    const session = await pageSession({ draftPage: createPaintDraft() })
    const { history } = await session.run(await pageGraph())
    expect(history.status.messages.at(-1)).toMatchObject([
      'execution_error',
      { exception_type: 'NoFaceError' },
    ])
  })
})
