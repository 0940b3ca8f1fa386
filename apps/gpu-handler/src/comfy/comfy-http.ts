import type { Graph } from '@foxetales/comfy-workflows/load-workflow'
import * as z from 'zod'
import { UnitFailure } from '../unit-failure.ts'
import { submitFailure } from './comfy-failure.ts'

/** A file in one of ComfyUI's folders. */
export const fileReference = z.object({ filename: z.string(), subfolder: z.string(), type: z.string() })
export type FileReference = z.infer<typeof fileReference>

const historyEntry = z.object({
  outputs: z.record(
    z.string(),
    z.object({ images: z.array(fileReference).optional(), identities: z.array(fileReference).optional() }),
  ),
  status: z.object({
    status_str: z.string(),
    messages: z.array(z.tuple([z.string(), z.record(z.string(), z.unknown())])).default([]),
  }),
})
/** The end of one prompt, well or badly. */
export type HistoryEntry = z.infer<typeof historyEntry>

const history = z.record(z.string(), historyEntry)
const queueItem = z.tuple([z.number(), z.string()], z.unknown())
const queue = z.object({ queue_running: z.array(queueItem), queue_pending: z.array(queueItem) })
const submitted = z.object({
  prompt_id: z.string(),
  node_errors: z.record(z.string(), z.unknown()).default({}),
})
const uploaded = z.object({ name: z.string(), subfolder: z.string() })
const systemStats = z.object({ system: z.object({ comfyui_version: z.string() }) })

/** ComfyUI does not answer: it is starting, restarting or gone. */
export class ComfyUnreachable extends Error {
  override readonly name = 'ComfyUnreachable'
}

const REQUEST_TIMEOUT_MS = 30_000

/**
 * ComfyUI's HTTP interface, as far as this program needs it. Every call throws ComfyUnreachable when nobody answers and
 * UnitFailure when the answer is a refusal.
 */
export type ComfyHttp = {
  readonly url: string
  /** ComfyUI's version. */
  version(signal?: AbortSignal): Promise<string>
  /** @returns the path by which LoadImage finds the file: ComfyUI may have chosen another name */
  upload(file: InputFile, subfolder: string, signal?: AbortSignal): Promise<string>
  submit(graph: Graph, promptId: string, clientId: string, signal?: AbortSignal): Promise<void>
  /** undefined while the prompt has not ended, or when ComfyUI never heard of it. */
  history(promptId: string, signal?: AbortSignal): Promise<HistoryEntry | undefined>
  queueHolds(promptId: string, signal?: AbortSignal): Promise<boolean>
  view(file: FileReference, signal?: AbortSignal): Promise<Buffer<ArrayBuffer>>
  /** Drops a prompt from the queue and stops it where it runs. Other prompts go on. */
  cancel(promptId: string, signal?: AbortSignal): Promise<void>
  /** Has models and kept node outputs leave the GPU before the next prompt. */
  free(signal?: AbortSignal): Promise<void>
  /** Removes the prompt with its texts from ComfyUI's memory. */
  forget(promptId: string, signal?: AbortSignal): Promise<void>
}

/** A file for one of ComfyUI's loaders. */
export type InputFile = { readonly name: string; readonly bytes: Buffer<ArrayBuffer> }

export function createComfyHttp(baseUrl: string): ComfyHttp {
  const url = baseUrl.replace(/\/$/, '')

  async function request(path: string, init: RequestInit, signal?: AbortSignal): Promise<Response> {
    const timeout = AbortSignal.timeout(REQUEST_TIMEOUT_MS)
    try {
      return await fetch(`${url}${path}`, {
        ...init,
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      })
    } catch {
      signal?.throwIfAborted()
      throw new ComfyUnreachable('the picture engine does not answer')
    }
  }

  async function read<T>(
    path: string,
    shape: z.ZodType<T>,
    init: RequestInit,
    signal?: AbortSignal,
  ): Promise<T> {
    const answer = await request(path, init, signal)
    if (!answer.ok) {
      await answer.body?.cancel()
      throw refusal(path, answer.status)
    }
    // An engine that dies while it speaks leaves half an answer.
    const body: unknown = await answer.json().catch(() => {
      throw new ComfyUnreachable('the picture engine broke off')
    })
    return shape.parse(body)
  }

  function postJson(path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
    const headers = { 'content-type': 'application/json' }
    return request(path, { method: 'POST', headers, body: JSON.stringify(body) }, signal)
  }

  async function tell(path: string, body: unknown, signal?: AbortSignal): Promise<void> {
    const answer = await postJson(path, body, signal)
    await answer.body?.cancel()
    if (!answer.ok) throw refusal(path, answer.status)
  }

  return {
    url,
    async version(signal) {
      const stats = await read('/system_stats', systemStats, {}, signal)
      return stats.system.comfyui_version
    },
    async upload(file, subfolder, signal) {
      const body = new FormData()
      body.set('image', new Blob([file.bytes]), file.name)
      body.set('subfolder', subfolder)
      body.set('overwrite', 'true')
      const stored = await read('/upload/image', uploaded, { method: 'POST', body }, signal)
      return stored.subfolder === '' ? stored.name : `${stored.subfolder}/${stored.name}`
    },
    async submit(graph, promptId, clientId, signal) {
      const answer = await postJson(
        '/prompt',
        { prompt: graph, prompt_id: promptId, client_id: clientId },
        signal,
      )
      // Wrong shapes make ComfyUI answer 500 with plain text, so the body is not always JSON.
      const body: unknown = await answer.json().catch(() => ({}))
      if (!answer.ok) throw submitFailure(answer.status, body)
      const { node_errors } = submitted.parse(body)
      // ComfyUI answers 200 when only some outputs are valid, drops the others and runs the rest.
      if (Object.keys(node_errors).length > 0) throw submitFailure(answer.status, body)
    },
    async history(promptId, signal) {
      const entries = await read(`/history/${promptId}`, history, {}, signal)
      return entries[promptId]
    },
    async queueHolds(promptId, signal) {
      const { queue_running, queue_pending } = await read('/queue', queue, {}, signal)
      return [...queue_running, ...queue_pending].some(([, id]) => id === promptId)
    },
    async view(file, signal) {
      const answer = await request(`/view?${new URLSearchParams(file)}`, {}, signal)
      if (!answer.ok) {
        await answer.body?.cancel()
        throw refusal('/view', answer.status)
      }
      return Buffer.from(await answer.arrayBuffer())
    },
    async cancel(promptId, signal) {
      await tell('/queue', { delete: [promptId] }, signal)
      // Only the prompt of this id is interrupted; without an id it would be whichever runs.
      await tell('/interrupt', { prompt_id: promptId }, signal)
    },
    free: (signal) => tell('/free', { unload_models: true, free_memory: true }, signal),
    forget: (promptId, signal) => tell('/history', { delete: [promptId] }, signal),
  }
}

function refusal(path: string, status: number): UnitFailure {
  // The first part alone: the rest may be a file's name.
  const route = path.split(/[/?]/)[1]
  return new UnitFailure('ENGINE_REFUSED', `the picture engine answered ${status} to /${route}`, {
    retryable: status >= 500,
  })
}
