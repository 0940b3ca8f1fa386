import { prepareProof } from '../flows/write-proof.ts'
import type { AppContext } from './context.ts'

/** The proof as a stream: written page by page while the browser reads. */
export async function sendProof(c: AppContext, orderId: string): Promise<Response> {
  const services = c.get('services')
  const writeProof = await prepareProof(services, orderId)
  const { readable, writable } = new IdentityTransformStream()
  const writer = writable.getWriter()
  const written = writeProof((chunk) => writer.write(chunk)).then(
    () => writer.close(),
    async (fault: unknown) => {
      // A reader who has seen enough is no fault of ours; either way the stream must not look whole.
      services.report(fault, { during: 'proof' })
      await writer.abort(fault).catch(() => undefined)
    },
  )
  c.executionCtx.waitUntil(written)
  return new Response(readable, {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="proof.pdf"',
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
    },
  })
}
