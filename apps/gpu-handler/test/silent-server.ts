import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Appended to the client's key in a WebSocket handshake: RFC 6455, section 1.3. */
const HANDSHAKE_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

export type SilentServer = AsyncDisposable & { readonly url: string; readonly asked: () => number }

/**
 * A server whose WebSockets hang: `after-handshake` opens them and never says a word, `before-handshake` does not even
 * open them.
 */
export async function startSilentServer(
  falls: 'before-handshake' | 'after-handshake',
): Promise<SilentServer> {
  let asked = 0
  const server = createServer()
  const ends: (() => void)[] = []
  server.on('upgrade', (request, socket) => {
    asked++
    ends.push(() => socket.destroy())
    // A client that goes away may reset the connection.
    socket.on('error', () => socket.destroy())
    if (falls === 'before-handshake') return
    const key = `${request.headers['sec-websocket-key']}${HANDSHAKE_GUID}`
    const accept = createHash('sha1').update(key).digest('base64')
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A listening TCP server has an AddressInfo.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked: () => asked,
    async [Symbol.asyncDispose]() {
      for (const end of ends) end()
      server.close()
      await once(server, 'close')
    },
  }
}
