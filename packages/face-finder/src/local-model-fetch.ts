import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/**
 * Runs `load` while `fetch` also answers file: urls. The model loader of TensorFlow.js knows no way but `fetch`, and
 * Node's refuses file: urls, after which Human carries on with its models undefined. Whatever happens, the global
 * `fetch` is put back.
 */
export async function withLocalFetch<T>(load: () => Promise<T>): Promise<T> {
  const originalFetch = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    if (!url.startsWith('file:')) return originalFetch(input, init)
    const bytes = await readFile(fileURLToPath(url))
    const type = url.endsWith('.json') ? 'application/json' : 'application/octet-stream'
    return new Response(new Uint8Array(bytes), { status: 200, headers: { 'content-type': type } })
  }
  try {
    return await load()
  } finally {
    globalThis.fetch = originalFetch
  }
}
