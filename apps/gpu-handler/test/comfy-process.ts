import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

export type ComfyProcess = { readonly url: string; kill(): Promise<void> }

/** Starts a slow ComfyUI stand-in as a process and waits until it listens. */
export async function startComfyProcess(port: number, folder: string): Promise<ComfyProcess> {
  const script = fileURLToPath(new URL('slow-comfy.ts', import.meta.url))
  const child: ChildProcess = spawn(process.execPath, [script, String(port), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [url] = await once(child.stdout ?? child, 'data')
  return {
    url: String(url).trim(),
    async kill() {
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    },
  }
}

/** A port that nobody holds now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A listening TCP server has an AddressInfo.
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
