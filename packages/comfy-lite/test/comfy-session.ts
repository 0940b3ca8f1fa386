import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { PaintDraft } from '../src/draft-port.ts'
import type { ApiGraph } from '../src/graph/api-graph.ts'
import { type ComfyLiteOptions, startComfyLite } from '../src/start-comfy-lite.ts'

/** A painter for tests: the negative of the picture, in whole bytes. */
export const paintNegative: PaintDraft = async ({ init }) => ({
  ...init,
  data: init.data.map((value) => (255 - Math.round(value * 255)) / 255),
})

type ImageReference = { filename: string; subfolder: string; type: string }

export type Frame = { type: string; data: Record<string, unknown> }

export type HistoryAnswer = {
  outputs: Record<string, { images: ImageReference[] }>
  status: { status_str: string; completed: boolean; messages: Array<[string, Record<string, unknown>]> }
}

/** A client with an open socket: frames as they came, and a promise for the end of a prompt. */
export type TestClient = {
  id: string
  frames: Frame[]
  binary: Buffer[]
  ended: (promptId: string) => Promise<void>
  sawFrame: (isWanted: (frame: Frame) => boolean) => Promise<void>
}

/** A running server of its own folder, and short ways to use it over HTTP. */
export async function startSession(options: Partial<ComfyLiteOptions> = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'comfy-lite-test-'))
  const logged: string[] = []
  const server = await startComfyLite({
    port: 0,
    dataDir,
    draftPage: paintNegative,
    log: (line) => logged.push(line),
    ...options,
  })
  onTestFinished(async () => {
    await server.close()
    await rm(dataDir, { recursive: true })
  })

  async function post(path: string, body: unknown): Promise<Response> {
    return await fetch(`${server.url}${path}`, { method: 'POST', body: JSON.stringify(body) })
  }

  async function getJson(path: string) {
    return JSON.parse(await (await fetch(`${server.url}${path}`)).text())
  }

  async function upload(filename: string, bytes: Uint8Array, fields: Record<string, string> = {}) {
    const form = new FormData()
    form.set('image', new File([new Uint8Array(bytes)], filename))
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    return await fetch(`${server.url}/upload/image`, { method: 'POST', body: form })
  }

  async function historyOf(promptId: string): Promise<HistoryAnswer | undefined> {
    return (await getJson(`/history/${promptId}`))[promptId]
  }

  /** Submits a graph that must be accepted, and returns its id. */
  async function submit(prompt: ApiGraph, extra: Record<string, unknown> = {}): Promise<string> {
    const response = await post('/prompt', { prompt, ...extra })
    const answer = JSON.parse(await response.text())
    if (response.status !== 200) throw new Error(`refused: ${JSON.stringify(answer)}`)
    return answer.prompt_id
  }

  async function connect(id: string = crypto.randomUUID(), wantsMetadata = true): Promise<TestClient> {
    const frames: Frame[] = []
    const binary: Buffer[] = []
    let wake = Promise.withResolvers<void>()
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/ws?clientId=${id}`)
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      if (isBinary) binary.push(data)
      else frames.push(JSON.parse(String(data)))
      wake.resolve()
      wake = Promise.withResolvers()
    })
    async function sawFrame(isWanted: (frame: Frame) => boolean): Promise<void> {
      while (!frames.some(isWanted)) await wake.promise
    }
    await sawFrame((frame) => frame.type === 'status')
    if (wantsMetadata) {
      socket.send(JSON.stringify({ type: 'feature_flags', data: { supports_preview_metadata: true } }))
      await sawFrame((frame) => frame.type === 'feature_flags')
    }
    const ended = (promptId: string) =>
      sawFrame((f) => f.type === 'executing' && f.data['node'] === null && f.data['prompt_id'] === promptId)
    return { id, frames, binary, ended, sawFrame }
  }

  /** Runs a graph to its end and returns what /history says. */
  async function run(prompt: ApiGraph, extra: Record<string, unknown> = {}) {
    const client = await connect()
    const promptId = await submit(prompt, { client_id: client.id, ...extra })
    await client.ended(promptId)
    const history = await historyOf(promptId)
    if (history === undefined) throw new Error('an ended prompt is in the history')
    return { promptId, history, client }
  }

  async function fetchImage({ filename, subfolder, type }: ImageReference): Promise<Buffer> {
    const query = new URLSearchParams({ filename, subfolder, type })
    return Buffer.from(await (await fetch(`${server.url}/view?${query}`)).arrayBuffer())
  }

  /** The RGB bytes of the first image that node `nodeId` saved. */
  async function pixelsOf(history: HistoryAnswer, nodeId: string): Promise<Buffer> {
    const image = history.outputs[nodeId]?.images[0]
    if (image === undefined) throw new Error(`node ${nodeId} saved nothing`)
    return await sharp(await fetchImage(image))
      .raw()
      .toBuffer()
  }

  return {
    url: server.url,
    dataDir,
    logged,
    post,
    getJson,
    upload,
    submit,
    run,
    connect,
    historyOf,
    fetchImage,
    pixelsOf,
  }
}

/** A PNG whose grey value at each pixel comes from a function. */
export async function greyPng(size: number, valueAt: (x: number, y: number) => number): Promise<Buffer> {
  const bytes = Uint8Array.from({ length: size * size }, (_, i) => valueAt(i % size, Math.floor(i / size)))
  return await sharp(bytes, { raw: { width: size, height: size, channels: 1 } })
    .png()
    .toBuffer()
}

/** A PNG with a white square from `start` to `end` (exclusive) on black. */
export async function squarePng(size: number, start: number, end: number): Promise<Buffer> {
  const isInside = (value: number) => value >= start && value < end
  return await greyPng(size, (x, y) => (isInside(x) && isInside(y) ? 255 : 0))
}
