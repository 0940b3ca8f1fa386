import { fillWorkflow, loadWorkflow } from '@foxetales/comfy-workflows/load-workflow'
import { Client } from '@stable-canvas/comfyui-client'
import { onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { greyPng, squarePng, startSession } from './comfy-session.ts'

async function facelessGraph(steps: number) {
  return fillWorkflow(await loadWorkflow('book-page-faceless.v1'), {
    init_image: 'init.png',
    soft_mask: 'mask.png',
    prompt_clip_l: 'a child',
    prompt_t5xxl: 'a child from behind',
    seed: 3,
    steps,
    denoise: 0.55,
    filename_prefix: 'person',
  })
}

async function stockSession(stepDelayMs = 0) {
  const session = await startSession({ stepDelayMs })
  await session.upload('init.png', await greyPng(32, () => 128))
  await session.upload('mask.png', await squarePng(32, 8, 24))
  const client = new Client({ api_host: new URL(session.url).host, WebSocket, fetch })
  await client.connect()
  onTestFinished(() => client.close())
  return { ...session, client }
}

test('a stock ComfyUI client runs the page graph unchanged and gets its picture', async ({ expect }) => {
  const { client } = await stockSession()
  const steps: unknown[] = []
  const result = await client.enqueue(await facelessGraph(4), {
    progress: (progress) => steps.push(progress.value),
  })
  expect(result.images).toHaveLength(1)
  const [image] = result.images
  const url = image?.type === 'url' ? image.data : ''
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  expect(steps).toContain(4)
})

test('a stock ComfyUI client reads the state of the server', async ({ expect }) => {
  const { client } = await stockSession()
  const stats = await client.getSystemStats()
  expect(stats.devices[0]).toMatchObject({ type: 'cpu' })
  expect(Object.keys(await client.getNodeDefs())).toContain('KSampler')
  expect(await client.getQueue()).toEqual({ Running: [], Pending: [] })
})
