import type { Following } from './follow.ts'

/** A network that refuses WebSockets this often in a row will refuse the next one too. */
const socketRefusals = 2
/** And one that cuts event streams is left to polling. */
const streamRefusals = 3

/** What pushes statuses: a WebSocket, or an event stream where the network lets no WebSocket through, or nothing. */
export function liveUpdates<Status>({
  liveUrl,
  told,
  signal,
}: Pick<Following<Status>, 'liveUrl' | 'told' | 'signal'>) {
  let connection: { isOpen(): boolean; close(): void } | undefined
  const refusals = { socket: 0, stream: 0 }
  signal.addEventListener('abort', () => connection?.close())
  const hear = (data: unknown) => {
    // The same server's same schema as the poll's answer.
    if (!signal.aborted && data !== 'pong') told(JSON.parse(String(data)) as Status)
  }

  function openSocket(): void {
    const url = new URL(liveUrl)
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
    const socket = new WebSocket(url)
    let wasOpen = false
    connection = { isOpen: () => socket.readyState === WebSocket.OPEN, close: () => socket.close() }
    socket.addEventListener('open', () => {
      wasOpen = true
      refusals.socket = 0
    })
    socket.addEventListener('message', ({ data }) => hear(data))
    socket.addEventListener('close', () => {
      if (!wasOpen) refusals.socket += 1
      connection = undefined
    })
  }

  function openStream(): void {
    const stream = new EventSource(liveUrl)
    connection = { isOpen: () => stream.readyState === EventSource.OPEN, close: () => stream.close() }
    stream.addEventListener('message', ({ data }) => {
      refusals.stream = 0
      hear(data)
    })
    stream.addEventListener('error', () => {
      // It would come again by itself, but the poll is what knows whether anybody answers.
      stream.close()
      refusals.stream += 1
      connection = undefined
    })
  }

  return {
    isOpen: () => connection?.isOpen() ?? false,
    /** Opens what the network was seen to allow; harmless while something is open. */
    open(): void {
      if (signal.aborted || connection) return
      if (refusals.socket < socketRefusals) openSocket()
      else if (refusals.stream < streamRefusals) openStream()
    },
  }
}
