import { DurableObject } from 'cloudflare:workers'
import { compose } from '../compose.ts'
import type { Env } from '../env.ts'
import { readOrder } from '../flows/read-order.ts'
import { readPreview } from '../flows/read-preview.ts'

/** Proxies close a connection on which nothing comes for about a minute. */
const keepAliveMs = 20_000

/**
 * Everybody who watches one preview or order. Holds no truth: it reads the rows and passes them on. Sockets hibernate,
 * so a parent who leaves the page open costs nothing; an event stream, for networks without WebSockets, stays awake.
 */
export class StatusRoom extends DurableObject<Env> {
  readonly #streams = new Set<WritableStreamDefaultWriter<Uint8Array>>()
  #keepAlive: ReturnType<typeof setInterval> | undefined

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'))
  }

  /** A WebSocket upgrade or an event stream for the subject in the path's last part; access was checked by the route. */
  override async fetch(request: Request): Promise<Response> {
    const subject = new URL(request.url).pathname.split('/').at(-1) ?? ''
    const status = await this.#status(subject)
    if (request.headers.get('upgrade')?.toLowerCase() !== 'websocket') return this.#openStream(status)
    const { 0: client, 1: server } = new WebSocketPair()
    this.ctx.acceptWebSocket(server)
    server.send(status)
    return new Response(null, { status: 101, webSocket: client })
  }

  /** The subject changed: tell everybody here what it is now. */
  async announce(subject: string): Promise<void> {
    const sockets = this.ctx.getWebSockets()
    if (sockets.length === 0 && this.#streams.size === 0) return
    const status = await this.#status(subject)
    for (const socket of sockets) {
      try {
        socket.send(status)
      } catch {
        // It went away between the two lines; its close event follows.
        socket.close(1011)
      }
    }
    this.#writeAll(event(status))
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    // 1005 means "no code was given" and may not be sent back.
    socket.close(code === 1005 ? 1000 : code)
  }

  #openStream(status: string): Response {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const writer = writable.getWriter()
    this.#streams.add(writer)
    this.#write(writer, event(status))
    this.#keepAlive ??= setInterval(() => this.#writeAll(comment), keepAliveMs)
    return new Response(readable, {
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'private, no-store' },
    })
  }

  #writeAll(bytes: Uint8Array): void {
    for (const writer of this.#streams) this.#write(writer, bytes)
  }

  /** Not awaited: a reader who is slow or gone must not keep the others waiting. */
  #write(writer: WritableStreamDefaultWriter<Uint8Array>, bytes: Uint8Array): void {
    writer.write(bytes).catch(() => {
      this.#streams.delete(writer)
      if (this.#streams.size > 0) return
      clearInterval(this.#keepAlive)
      this.#keepAlive = undefined
    })
  }

  async #status(subject: string): Promise<string> {
    const services = compose(this.env)
    const status = subject.startsWith('ord_')
      ? await readOrder(services, subject)
      : await readPreview(services, subject)
    return JSON.stringify(status)
  }
}

const encoder = new TextEncoder()
/** https://html.spec.whatwg.org/multipage/server-sent-events.html: JSON has no line breaks, so one `data` line is enough. */
const event = (status: string) => encoder.encode(`data: ${status}\n\n`)
const comment = encoder.encode(': still here\n\n')
