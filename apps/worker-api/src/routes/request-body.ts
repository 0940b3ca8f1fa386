import { AppError } from '@foxetales/shared-schemas/errors'
import * as z from 'zod'
import type { AppContext } from './context.ts'

/** Reads at most `limit` bytes, without trusting the Content-Length; more is `tooLarge`. */
async function readBytes(
  request: Request,
  limit: number,
  tooLarge: AppError,
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge
  if (!request.body) throw new AppError('EMPTY_BODY')
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body) {
    length += chunk.length
    if (length > limit) throw tooLarge
    chunks.push(chunk)
  }
  if (length === 0) throw new AppError('EMPTY_BODY')
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('MALFORMED_JSON')
  }
}

/** Checks a value against a schema; the answer names the field and the rule, and never repeats what was sent. */
export function validate<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), problem: issue.message }))
  const consent = issues.some((issue) => issue.field === 'consent' || issue.field.startsWith('consent.'))
  throw new AppError(consent ? 'CONSENT_REQUIRED' : 'INVALID_REQUEST', { issues })
}

/** A JSON body of at most 64 KiB, checked. An absent body counts as `{}` where `optional`. */
export async function readJson<T extends z.ZodType>(c: AppContext, schema: T): Promise<z.output<T>> {
  if (!c.req.header('content-type')?.startsWith('application/json'))
    throw new AppError('UNSUPPORTED_CONTENT_TYPE')
  const bytes = await readBytes(c.req.raw, 65_536, new AppError('INVALID_REQUEST', { limit: '64 KiB' }))
  return validate(schema, parseJson(new TextDecoder().decode(bytes)))
}

const photoLimit = 10_485_760
/** Room for the other fields and for multipart's own lines. */
const fieldsLimit = 65_536

/**
 * A photo and the request that goes with it: multipart/form-data with the file `photo` and the JSON field `request`, or
 * application/json with `photo` in base64 (a data URI is fine) beside the request's own fields.
 */
export async function readPhotoRequest<T extends z.ZodType>(
  c: AppContext,
  schema: T,
): Promise<{ request: z.output<T>; photo: Uint8Array<ArrayBuffer> }> {
  const type = c.req.header('content-type') ?? ''
  if (type.startsWith('multipart/form-data')) return readMultipart(c, type, schema)
  if (type.startsWith('application/json')) return readBase64(c, schema)
  throw new AppError('UNSUPPORTED_CONTENT_TYPE')
}

async function readMultipart<T extends z.ZodType>(c: AppContext, type: string, schema: T) {
  const bytes = await readBytes(c.req.raw, photoLimit + fieldsLimit, new AppError('PHOTO_TOO_LARGE'))
  let form: FormData
  try {
    form = await new Response(bytes, { headers: { 'content-type': type } }).formData()
  } catch {
    throw new AppError('INVALID_REQUEST', { problem: 'the multipart body cannot be read' })
  }
  const fields = form.get('request')
  if (typeof fields !== 'string') {
    throw new AppError('INVALID_REQUEST', { issues: [{ field: 'request', problem: 'is missing' }] })
  }
  const request = validate(schema, parseJson(fields))
  const file = form.get('photo')
  if (file === null || typeof file === 'string' || file.size === 0) throw new AppError('PHOTO_MISSING')
  if (file.size > photoLimit) throw new AppError('PHOTO_TOO_LARGE')
  return { request, photo: new Uint8Array(await file.arrayBuffer()) }
}

const withPhoto = z.looseObject({ photo: z.string().optional() })

async function readBase64<T extends z.ZodType>(c: AppContext, schema: T) {
  const limit = Math.ceil(photoLimit / 3) * 4 + fieldsLimit
  const bytes = await readBytes(c.req.raw, limit, new AppError('PHOTO_TOO_LARGE'))
  const { photo: encoded, ...fields } = validate(withPhoto, parseJson(new TextDecoder().decode(bytes)))
  const request = validate(schema, fields)
  if (!encoded) throw new AppError('PHOTO_MISSING')
  const photo = decodeBase64(encoded.replace(/^data:[\w/+.-]+;base64,/, ''))
  if (photo.length > photoLimit) throw new AppError('PHOTO_TOO_LARGE')
  return { request, photo }
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.fromBase64(text)
  } catch {
    throw new AppError('INVALID_REQUEST', { issues: [{ field: 'photo', problem: 'is not base64' }] })
  }
}

const idempotencyKey = z.string().regex(/^[\x21-\x7e]{1,200}$/)

/** The Idempotency-Key of a request that spends money or paper: whoever repeats it has to say that it is the same one. */
export function requireIdempotencyKey(c: AppContext): string {
  const key = readIdempotencyKey(c)
  if (key) return key
  const issues = [{ field: 'Idempotency-Key', problem: 'is needed here' }]
  throw new AppError('INVALID_REQUEST', { issues })
}

/** The Idempotency-Key header, if any. */
export function readIdempotencyKey(c: AppContext): string | undefined {
  const given = c.req.header('idempotency-key')
  if (given === undefined) return undefined
  if (!idempotencyKey.safeParse(given).success) {
    throw new AppError('INVALID_REQUEST', {
      issues: [{ field: 'Idempotency-Key', problem: '1–200 visible characters' }],
    })
  }
  return given
}
