import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import type { EventSink } from '../execution/prompt-types.ts'
import { isForeignOrigin } from './refuse-foreign-origin.ts'
import { maxUploadBytes } from './upload-limit.ts'

/** What this server tells a client that asks by `feature_flags`, and at `/features`. */
export const serverFeatures = { supports_preview_metadata: true, max_upload_size: maxUploadBytes }

const featureFrame = z.object({
  type: z.literal('feature_flags'),
  data: z.object({ supports_preview_metadata: z.boolean().optional() }),
})

type Connection = { socket: WebSocket; wantsMetadata: boolean }

export type Sockets = EventSink & {
  attach: (server: Server, queueRemaining: () => number) => void
  close: () => void
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** Frame type 1: preview, format 1 (JPEG), image. */
function plainPreview(jpeg: Buffer): Buffer {
  return Buffer.concat([uint32(1), uint32(1), jpeg])
}

/** Frame type 4: preview with metadata: length of the JSON, JSON, image. */
function previewWithMetadata(jpeg: Buffer, metadata: Record<string, unknown>): Buffer {
  const json = Buffer.from(JSON.stringify(metadata))
  return Buffer.concat([uint32(4), uint32(json.length), json, jpeg])
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // ComfyUI ignores frames that are not JSON; they can only be a client's mistake.
    return null
  }
}

/** ComfyUI's `/ws?clientId=`: one socket for each client id, the last one wins; nothing is replayed. */
export function createSockets(): Sockets {
  const connections = new Map<string, Connection>()
  const server = new WebSocketServer({ noServer: true })
  let running: { clientId: string; nodeId: string } | null = null

  function sendFrame(socket: WebSocket, type: string, data: Record<string, unknown>): void {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ type, data }))
  }

  function connect(socket: WebSocket, clientId: string, queueRemaining: number): void {
    const connection: Connection = { socket, wantsMetadata: false }
    connections.set(clientId, connection)
    sendFrame(socket, 'status', { status: { exec_info: { queue_remaining: queueRemaining } }, sid: clientId })
    if (running?.clientId === clientId) sendFrame(socket, 'executing', { node: running.nodeId })
    socket.once('message', (bytes) => {
      const frame = featureFrame.safeParse(parseJson(String(bytes)))
      if (!frame.success) return
      connection.wantsMetadata = frame.data.data.supports_preview_metadata === true
      sendFrame(socket, 'feature_flags', serverFeatures)
    })
    // A broken socket closes by itself; without a listener the error would end the process.
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      if (connections.get(clientId) === connection) connections.delete(clientId)
    })
  }

  return {
    attach(httpServer, queueRemaining) {
      httpServer.on('upgrade', (request, socket, head) => {
        const url = new URL(request.url ?? '/', 'http://localhost')
        const isSocketPath = url.pathname === '/ws' || url.pathname === '/api/ws'
        if (!isSocketPath || isForeignOrigin(request.headers.origin, request.headers.host)) {
          socket.end(
            `HTTP/1.1 ${isSocketPath ? '403 Forbidden' : '404 Not Found'}\r\nConnection: close\r\n\r\n`,
          )
          return
        }
        const clientId = url.searchParams.get('clientId') || crypto.randomUUID().replaceAll('-', '')
        server.handleUpgrade(request, socket, head, (opened) => connect(opened, clientId, queueRemaining()))
      })
    },
    send(clientId, type, data) {
      const connection = clientId === null ? undefined : connections.get(clientId)
      if (connection !== undefined) sendFrame(connection.socket, type, data)
    },
    broadcast(type, data) {
      for (const { socket } of connections.values()) sendFrame(socket, type, data)
    },
    sendPreview(clientId, jpeg, metadata) {
      const connection = clientId === null ? undefined : connections.get(clientId)
      if (connection === undefined || connection.socket.readyState !== connection.socket.OPEN) return
      connection.socket.send(
        connection.wantsMetadata ? previewWithMetadata(jpeg, metadata) : plainPreview(jpeg),
      )
    },
    setRunning(now) {
      running = now
    },
    close() {
      for (const socket of server.clients) socket.terminate()
      server.close()
    },
  }
}
