import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'

const frame = z.object({
  type: z.string(),
  data: z.object({
    prompt_id: z.string().optional(),
    node: z.string().nullish(),
    value: z.number().optional(),
    max: z.number().optional(),
  }),
})

export type ComfyEvent =
  /** A connection stands (again): what happened before it is not repeated. */
  | { readonly kind: 'connected' }
  | { readonly kind: 'progress'; readonly promptId: string; readonly fraction: number }
  /** The run ended, well or badly: the history tells which. */
  | { readonly kind: 'ended'; readonly promptId: string }
  | { readonly kind: 'alive' }

export type EventStream = {
  /** Resolves when the first connection stands, or when `forMs` is over: the history is a second source. */
  connected(forMs: number): Promise<void>
  close(): void
}

export type ReconnectPacing = {
  readonly pauseMs: number
  readonly maxPauseMs: number
  readonly random: () => number
}

const usualPacing: ReconnectPacing = { pauseMs: 200, maxPauseMs: 5_000, random: Math.random }

/**
 * Listens to ComfyUI's events for one client id, connecting again whenever the connection ends, until closed.
 * Messages: https://docs.comfy.org/development/comfyui-server/comms_messages
 */
export function openEventStream(
  baseUrl: string,
  clientId: string,
  hear: (event: ComfyEvent) => void,
  pacing: ReconnectPacing = usualPacing,
): EventStream {
  const address = `${baseUrl.replace(/^http/, 'ws')}/ws?clientId=${clientId}`
  const closing = new AbortController()
  const first = Promise.withResolvers<void>()
  let socket: WebSocket | undefined

  async function listen(): Promise<void> {
    for (let failures = 0; !closing.signal.aborted; failures++) {
      socket = new WebSocket(address)
      const opened = await untilClosed(socket, hear, first.resolve)
      if (opened) failures = 0
      const ceiling = Math.min(pacing.maxPauseMs, pacing.pauseMs * 2 ** failures)
      const pause = ceiling / 2 + (ceiling / 2) * pacing.random()
      // Only an abort ends this sleep early, and the loop sees it.
      await sleep(pause, undefined, { signal: closing.signal }).catch(() => undefined)
    }
  }

  const listening = listen()
  return {
    connected: (forMs) =>
      Promise.race([
        first.promise,
        sleep(forMs, undefined, { signal: closing.signal, ref: false }),
        listening,
      ]),
    close() {
      closing.abort()
      socket?.close()
    },
  }
}

/** Resolves when the socket has closed, to whether it was ever open. A socket that fails also closes. */
function untilClosed(
  socket: WebSocket,
  hear: (event: ComfyEvent) => void,
  onOpen: () => void,
): Promise<boolean> {
  return new Promise((resolve) => {
    let opened = false
    socket.addEventListener('open', () => {
      opened = true
      onOpen()
      hear({ kind: 'connected' })
    })
    socket.addEventListener('message', ({ data }) => hear(readFrame(data)))
    socket.addEventListener('close', () => resolve(opened))
    socket.addEventListener('error', () => socket.close())
  })
}

/** Binary frames are previews, and new event types appear with every version: both only show that somebody lives. */
function readFrame(data: unknown): ComfyEvent {
  if (typeof data !== 'string') return { kind: 'alive' }
  const parsed = frame.safeParse(parseJson(data))
  const promptId = parsed.data?.data.prompt_id
  if (!parsed.success || promptId === undefined) return { kind: 'alive' }
  const { type } = parsed.data
  const { node, value, max } = parsed.data.data
  if (type === 'progress' && value !== undefined && max !== undefined && max > 0) {
    return { kind: 'progress', promptId, fraction: Math.min(1, Math.max(0, value / max)) }
  }
  // `executing` without a node comes after the history is written, also after errors.
  if (type === 'executing' && node === null) return { kind: 'ended', promptId }
  if (type === 'execution_error' || type === 'execution_interrupted') return { kind: 'ended', promptId }
  return { kind: 'alive' }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
