import { DurableObject } from 'cloudflare:workers'
import { compose } from '../compose.ts'
import type { Env } from '../env.ts'
import { readOrder } from '../flows/read-order.ts'
import { readPreview } from '../flows/read-preview.ts'

/**
 * Everybody who watches one preview or order. Holds no truth: it reads the rows and passes them on. Sockets hibernate,
 * so a parent who leaves the page open costs nothing.
 */
export class StatusRoom extends DurableObject<Env> {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'))
  }

  /** A WebSocket upgrade for the subject in the path's last part; access was checked by the route. */
  override async fetch(request: Request): Promise<Response> {
    const subject = new URL(request.url).pathname.split('/').at(-1) ?? ''
    const { 0: client, 1: server } = new WebSocketPair()
    this.ctx.acceptWebSocket(server)
    server.send(await this.#status(subject))
    return new Response(null, { status: 101, webSocket: client })
  }

  /** The subject changed: tell everybody here what it is now. */
  async announce(subject: string): Promise<void> {
    const sockets = this.ctx.getWebSockets()
    if (sockets.length === 0) return
    const status = await this.#status(subject)
    for (const socket of sockets) {
      try {
        socket.send(status)
      } catch {
        // It went away between the two lines; its close event follows.
        socket.close(1011)
      }
    }
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    // 1005 means "no code was given" and may not be sent back.
    socket.close(code === 1005 ? 1000 : code)
  }

  async #status(subject: string): Promise<string> {
    const services = compose(this.env)
    const status = subject.startsWith('ord_')
      ? await readOrder(services, subject)
      : await readPreview(services, subject)
    return JSON.stringify(status)
  }
}
