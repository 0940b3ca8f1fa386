import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as z from 'zod'

const promptBody = z.looseObject({
  prompt: z.record(
    z.string(),
    z.looseObject({ class_type: z.string(), inputs: z.record(z.string(), z.unknown()) }),
  ),
})
export type Prompt = z.infer<typeof promptBody>['prompt']

/**
 * Stands before a ComfyUI and changes the graphs on their way in, as though the worker's models or nodes were others. What
 * is wrong with them the server itself says. It lets no WebSocket through: the handler has to ask.
 */
export async function editPrompts(
  comfyUrl: string,
  edit: (prompt: Prompt) => void,
): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer((request, response) => {
    void forward(comfyUrl, edit, request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A listening TCP server has an AddressInfo.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function forward(
  comfyUrl: string,
  edit: (prompt: Prompt) => void,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  let body = Buffer.concat(chunks)
  if (request.method === 'POST' && request.url?.endsWith('/prompt')) {
    const parsed = promptBody.parse(JSON.parse(body.toString()))
    edit(parsed.prompt)
    body = Buffer.from(JSON.stringify(parsed))
  }
  const answer = await fetch(`${comfyUrl}${request.url}`, {
    method: request.method ?? 'GET',
    headers: { 'content-type': request.headers['content-type'] ?? 'application/json' },
    ...(body.length > 0 ? { body } : {}),
  })
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
  response.end(Buffer.from(await answer.arrayBuffer()))
}
