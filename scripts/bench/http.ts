import type { PreviewAccepted } from '@foxetales/shared-schemas/preview'
import { interleave } from './quantiles.ts'

const rounds = 150

/** `GET /api/preview/:id` and `POST /api/preview` beside a route that touches nothing, in the same workerd. */
export async function benchHttp(
  baseUrl: string,
  ready: PreviewAccepted,
  form: () => FormData,
): Promise<string[]> {
  const drain = async (request: Promise<Response>, status: number) => {
    const answer = await request
    await answer.arrayBuffer()
    if (answer.status !== status) throw new Error(`answered ${answer.status} instead of ${status}`)
  }
  const bare = () => drain(fetch(`${baseUrl}/health`), 200)
  const headers = { authorization: `Bearer ${ready.token}` }
  const reads = await interleave(rounds, {
    bare,
    read: () => drain(fetch(`${baseUrl}/api/preview/${ready.preview_id}`, { headers }), 200),
  })
  const rows = ['| request | p50 ms | p95 ms | of a bare Hono route (p50) |', '| --- | --- | --- | --- |']
  const row = (name: string, value: { p50: number; p95: number }, bareP50: number) =>
    `| ${name} | ${value.p50.toFixed(1)} | ${value.p95.toFixed(1)} | ${(value.p50 / bareP50).toFixed(1)} × |`
  rows.push(row('`GET /health` (bare route)', reads.bare, reads.bare.p50))
  rows.push(row('`GET /api/preview/:id`', reads.read, reads.bare.p50))
  // Twenty a minute are allowed from one address; the bare upload beside it is refused at the first field.
  const posts = await interleave(20, {
    bare,
    post: () => drain(fetch(`${baseUrl}/api/preview`, { method: 'POST', body: form() }), 202),
  })
  rows.push(row('`POST /api/preview` (accepted)', posts.post, posts.bare.p50))
  return rows
}
