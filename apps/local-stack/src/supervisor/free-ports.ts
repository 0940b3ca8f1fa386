import { createServer } from 'node:net'

/**
 * Below the range that systems take the ports of outgoing connections from (Linux: 32768 and up): there a port that is free now
 * may be taken before its program listens. Processes begin at places of their own, so that two do not find the same one.
 */
const FIRST = 20_000
const LAST = 32_000
const APART = 16
let next = FIRST + ((process.pid * APART) % (LAST - FIRST))

/** `count` ports that are free on this machine right now. */
export async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = []
  for (let tried = FIRST; tried < LAST && ports.length < count; tried++) {
    const port = next
    next = port + 1 < LAST ? port + 1 : FIRST
    if (await portIsFree(port)) ports.push(port)
  }
  if (ports.length < count) throw new Error(`no ${count} free ports between ${FIRST} and ${LAST}`)
  return ports
}

/** Whether nobody listens on this port of the loopback address. */
export async function portIsFree(port: number): Promise<boolean> {
  try {
    const server = await listen(port)
    await new Promise((resolve) => server.close(resolve))
    return true
  } catch {
    return false
  }
}

function listen(port: number): Promise<ReturnType<typeof createServer>> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}
