import { AppError } from '@foxetales/shared-schemas/errors'
import { Hono } from 'hono'
import { photoOfIdentityKey } from '../domain/file-keys.ts'
import { type FileGrant, readFileGrant } from '../domain/file-links.ts'
import { sha256Hex } from '../domain/signing.ts'
import { keepIdentity, readIdentity } from '../flows/identity-files.ts'
import type { Services } from '../services.ts'
import type { AppContext, AppEnv } from './context.ts'

/** Bytes by signed link: one method and one key each. GET links serve HEAD and Range too, as printers expect. */
export const files = new Hono<AppEnv>()

const privately = {
  'cache-control': 'private, no-store',
  'x-robots-tag': 'noindex',
  'accept-ranges': 'bytes',
}

files.on(['GET', 'HEAD'], '/files/:token', async (c) => {
  const grant = await readGrant(c, 'GET')
  const services = c.get('services')
  if (grant.p !== undefined && !(await services.printJobs.linksStand(grant.p, grant.v ?? ''))) {
    throw new AppError('FILE_LINK_INVALID')
  }
  const template = /^templates\/([^/]+)\/([^/]+)\/(.+)$/.exec(grant.k)
  if (template?.[1] && template[2] && template[3]) {
    const answer = await services.books.file(template[1], template[2], template[3])
    if (!answer) throw new AppError('FILE_NOT_FOUND')
    return new Response(answer.body, { headers: { ...privately, 'content-type': 'image/webp' } })
  }
  if (photoOfIdentityKey(grant.k)) {
    const identity = await readIdentity(services, grant.k)
    return new Response(identity, { headers: { ...privately, 'content-type': 'application/octet-stream' } })
  }
  return serve(c, services, grant.k)
})

async function serve(c: AppContext, services: Services, key: string): Promise<Response> {
  const range = readRange(c.req.header('range'))
  if (c.req.method === 'HEAD') {
    const object = await services.files.head(key)
    if (!object) throw new AppError('FILE_NOT_FOUND')
    const headers = {
      ...privately,
      'content-type': object.contentType,
      'content-length': String(object.bytes),
    }
    return new Response(null, { headers })
  }
  const object = await services.files.open(key, range)
  if (!object) throw new AppError('FILE_NOT_FOUND')
  const part = object.range
  const headers: Record<string, string> = {
    ...privately,
    'content-type': object.contentType,
    'content-length': String(part?.length ?? object.bytes),
    ...(object.sha256 ? { etag: `"${object.sha256}"` } : {}),
  }
  if (part) headers['content-range'] = `bytes ${part.offset}-${part.offset + part.length - 1}/${object.bytes}`
  // The length is known, and a printer wants to see it.
  const fixed = new FixedLengthStream(part?.length ?? object.bytes)
  // The pipe fails only when the reader hangs up: there is nobody left to tell, and nothing was changed.
  c.executionCtx.waitUntil(object.body.pipeTo(fixed.writable).catch(() => undefined))
  return new Response(fixed.readable, { status: part ? 206 : 200, headers })
}

/** One range; several or malformed ones are ignored, as RFC 9110 §14.2 allows. */
function readRange(
  header: string | undefined,
): { offset: number; length?: number } | { suffix: number } | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match) return undefined
  const [, from, to] = match
  if (from === '' && to) return { suffix: Number(to) }
  if (!from) return undefined
  return to ? { offset: Number(from), length: Number(to) - Number(from) + 1 } : { offset: Number(from) }
}

files.put('/files/:token', async (c) => {
  const grant = await readGrant(c, 'PUT')
  if (!grant.t || c.req.header('content-type') !== grant.t)
    throw new AppError('UNSUPPORTED_CONTENT_TYPE', { expected: grant.t })
  const limit = grant.b ?? 0
  if (Number(c.req.header('content-length') ?? Number.POSITIVE_INFINITY) > limit)
    throw new AppError('FILE_TOO_LARGE')
  const bytes = new Uint8Array(await c.req.arrayBuffer())
  if (bytes.length > limit) throw new AppError('FILE_TOO_LARGE')
  if (bytes.length === 0) throw new AppError('EMPTY_BODY')
  const sha256 = await sha256Hex(bytes)
  if (photoOfIdentityKey(grant.k)) {
    await keepIdentity(c.get('services'), grant.k, bytes)
    return c.json({ sha256, bytes: bytes.length })
  }
  const stored = await c.get('services').files.put(grant.k, bytes, { contentType: grant.t, sha256 })
  if (stored === 'taken')
    throw new AppError('ILLEGAL_TRANSITION', { problem: 'this file was written before' })
  return c.json({ sha256, bytes: bytes.length })
})

async function readGrant(c: AppContext, method: FileGrant['m']): Promise<FileGrant> {
  const { settings, now } = c.get('services')
  const grant = await readFileGrant(settings.signingKey, c.req.param('token') ?? '', now())
  if (grant?.m !== method) throw new AppError('FILE_LINK_INVALID')
  return grant
}
