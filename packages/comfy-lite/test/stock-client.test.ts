import { connectComfy } from '@foxetales/comfy-workflows/check/comfy-server'
import { samplesFor, uploadSamples } from '@foxetales/comfy-workflows/check/sample-inputs'
import {
  fillWorkflow,
  type Graph,
  loadWorkflow,
  workflowNames,
} from '@foxetales/comfy-workflows/load-workflow'
import { Client } from '@stable-canvas/comfyui-client'
import { ComfyUIClient } from 'comfy-ui-client'
import { describe, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { encodeIdentity } from '../src/draft/identity-file.ts'
import { startSession } from './comfy-session.ts'

const anyFace = encodeIdentity({
  image: { data: new Uint8Array(48), width: 4, height: 4 },
  mesh: [[1, 2, 3]],
})

/** A client library from npm, as far as it runs a graph: gives the pictures it was handed. */
type StockClient = (url: string) => Promise<(graph: Graph) => Promise<Uint8Array[]>>

const stableCanvas: StockClient = async (url) => {
  const client = new Client({ api_host: new URL(url).host, WebSocket, fetch })
  await client.connect()
  onTestFinished(() => client.close())
  return async (graph) => {
    // `enqueue` is content with the first picture; its history has them all.
    const { prompt_id } = await client.enqueue(graph)
    await client.waitForPrompt(prompt_id, 20)
    const { images } = await client.getPromptResult(prompt_id)
    const urls = images.flatMap((image) => (image.type === 'url' ? image.data : []))
    return Promise.all(urls.map(async (image) => new Uint8Array(await (await fetch(image)).arrayBuffer())))
  }
}

const comfyUiClient: StockClient = async (url) => {
  const client = new ComfyUIClient(new URL(url).host, crypto.randomUUID())
  await client.connect()
  onTestFinished(() => client.disconnect())
  return async (graph) => {
    const byNode = await client.getImages(graph)
    const images = Object.values(byNode).flat()
    return Promise.all(images.map(async ({ blob }) => new Uint8Array(await blob.arrayBuffer())))
  }
}

// The identity workflow makes a file that is no picture: these libraries have no name for it.
const pictureWorkflows = workflowNames.filter((name) => name !== 'identity.v1')

describe.each([
  ['@stable-canvas/comfyui-client', stableCanvas],
  ['comfy-ui-client', comfyUiClient],
] as const)('the stock client %s', (_, open) => {
  test('runs our workflows unchanged and gets every picture', async ({ expect }) => {
    const session = await startSession()
    const samples = await uploadSamples(connectComfy(session.url), {
      sizePx: 32,
      steps: 2,
      identity: anyFace,
    })
    const run = await open(session.url)
    for (const name of pictureWorkflows) {
      const workflow = await loadWorkflow(name)
      const pictures = await run(fillWorkflow(workflow, samplesFor(workflow, samples)))
      expect(pictures, name).toHaveLength(Object.keys(workflow.outputs).length)
      for (const picture of pictures) expect(Buffer.from(picture).toString('latin1', 1, 4), name).toBe('PNG')
    }
  })
})

test('a stock client reads the state of the server', async ({ expect }) => {
  const session = await startSession()
  const client = new Client({ api_host: new URL(session.url).host, WebSocket, fetch })
  const stats = await client.getSystemStats()
  expect(stats.devices[0]).toMatchObject({ type: 'cpu' })
  expect(Object.keys(await client.getNodeDefs())).toContain('KSampler')
  expect(await client.getQueue()).toEqual({ Running: [], Pending: [] })
})
