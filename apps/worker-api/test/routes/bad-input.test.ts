import type { ErrorBody } from '@foxetales/shared-schemas/errors'
import { afterEach, beforeEach, describe, test, vi } from 'vitest'
import { openShop, photoBytes, previewForm, previewRequestBody, type Shop } from '../shop.ts'
import { testEnv } from '../test-env.ts'

let shop: Shop
beforeEach(() => {
  shop = openShop()
})
afterEach(() => vi.restoreAllMocks())

const text = (words: string) => new Uint8Array(new TextEncoder().encode(words))
const child = { name: 'Mai', pronouns: 'she', skin_tone: 5 }

/** A PNG whose header claims a size, with next to no pixels behind it. */
function pngClaiming(widthPx: number, heightPx: number): Uint8Array<ArrayBuffer> {
  const header = [
    ...uint32(13),
    ...text('IHDR'),
    ...uint32(widthPx),
    ...uint32(heightPx),
    8,
    2,
    0,
    0,
    0,
    ...uint32(0),
  ]
  const data = [...uint32(1), ...text('IDAT'), 0, ...uint32(0)]
  const end = [...uint32(0), ...text('IEND'), ...uint32(0)]
  return Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...header, ...data, ...end)
}

function uint32(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
}

function heic(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(64)
  bytes.set([0, 0, 0, 24, ...text('ftypheic'), 0, 0, 0, 0, ...text('mif1heic')])
  return bytes
}

function animatedWebp(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(64)
  bytes.set([
    ...text('RIFF'),
    56,
    0,
    0,
    0,
    ...text('WEBPVP8X'),
    10,
    0,
    0,
    0,
    0b10,
    0,
    0,
    0,
    255,
    1,
    0,
    255,
    1,
    0,
  ])
  return bytes
}

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  shop.fetch('/api/preview', { method: 'POST', body, headers })
const postPhoto = (photo: Uint8Array<ArrayBuffer>) => post(previewForm({}, photo))
const postChild = (changes: object) => post(previewForm({ child: { ...child, ...changes } }))

const refusals: readonly [string, () => Promise<Response>, number, string][] = [
  ['an empty body', () => post('', { 'content-type': 'application/json' }), 400, 'EMPTY_BODY'],
  ['text renamed .jpg', () => postPhoto(text('this is not a photo')), 415, 'PHOTO_TYPE_UNSUPPORTED'],
  ['a truncated JPEG', () => postPhoto(photoBytes().slice(0, 900)), 422, 'PHOTO_TRUNCATED'],
  [
    'a PNG header claiming 50 000 × 50 000',
    () => postPhoto(pngClaiming(50_000, 50_000)),
    422,
    'PHOTO_TOO_MANY_PIXELS',
  ],
  ['10 MB and one byte', () => postPhoto(new Uint8Array(10_485_761)), 413, 'PHOTO_TOO_LARGE'],
  ['a GIF', () => postPhoto(text('GIF89a and so on')), 415, 'PHOTO_TYPE_UNSUPPORTED'],
  [
    'an SVG',
    () => postPhoto(text('<svg xmlns="http://www.w3.org/2000/svg"/>')),
    415,
    'PHOTO_TYPE_UNSUPPORTED',
  ],
  ['a HEIC', () => postPhoto(heic()), 415, 'PHOTO_HEIC_UNSUPPORTED'],
  ['an animated WebP', () => postPhoto(animatedWebp()), 415, 'PHOTO_ANIMATED'],
  ['no photo', () => postPhoto(new Uint8Array(0)), 400, 'PHOTO_MISSING'],
  ['an unknown book', () => post(previewForm({ book_id: 'nobody-wrote-it' })), 404, 'BOOK_NOT_FOUND'],
  ['a name of 500 characters', () => postChild({ name: 'a'.repeat(500) }), 400, 'INVALID_REQUEST'],
  ['a name with control characters', () => postChild({ name: 'Ma\u0007i' }), 400, 'INVALID_REQUEST'],
  ['a name too wide for the title', () => postChild({ name: 'W'.repeat(40) }), 422, 'TEXT_NOT_PRINTABLE'],
  ['a name in a script the typeface lacks', () => postChild({ name: '小明' }), 422, 'TEXT_NOT_PRINTABLE'],
  ['a name without a letter', () => postChild({ name: '123' }), 400, 'INVALID_REQUEST'],
  ['tone 0', () => postChild({ skin_tone: 0 }), 400, 'INVALID_REQUEST'],
  ['tone 11', () => postChild({ skin_tone: 11 }), 400, 'INVALID_REQUEST'],
  ['missing consent', () => post(previewForm({ consent: undefined })), 400, 'CONSENT_REQUIRED'],
  [
    'consent that is not given',
    () => post(previewForm({ consent: { guardian: false, version: '1' } })),
    400,
    'CONSENT_REQUIRED',
  ],
  ['a language the book does not have', () => post(previewForm({ language: 'tlh' })), 400, 'INVALID_REQUEST'],
  ['a field nobody knows', () => post(previewForm({ prompt: 'as a pirate' })), 400, 'INVALID_REQUEST'],
  [
    'the wrong content type',
    () => post('photo', { 'content-type': 'text/plain' }),
    415,
    'UNSUPPORTED_CONTENT_TYPE',
  ],
  [
    'malformed JSON',
    () => post('{"book_id": ', { 'content-type': 'application/json' }),
    400,
    'MALFORMED_JSON',
  ],
  [
    'a broken multipart body',
    () => post('--x', { 'content-type': 'multipart/form-data; boundary=y' }),
    400,
    'INVALID_REQUEST',
  ],
  [
    'a photo that is not base64',
    () =>
      post(JSON.stringify({ ...previewRequestBody(), photo: '!!!' }), { 'content-type': 'application/json' }),
    400,
    'INVALID_REQUEST',
  ],
]

describe('bad input gets one clear error in the one shape, and nothing is stored', () => {
  test.for(refusals)('%s', async ([_name, send, status, code], { expect }) => {
    const before = await stored()
    const answer = await send()
    const { error } = await answer.json<ErrorBody>()
    expect({ status: answer.status, code: error.code }).toEqual({ status, code })
    expect(error.message.length).toBeGreaterThan(10)
    expect(error.request_id).toMatch(/^req_/)
    expect(error.retryable).toBe(false)
    expect(await stored()).toEqual(before)
  })

  test('the answer never repeats what was sent', async ({ expect }) => {
    const answer = await postChild({ name: `${'x'.repeat(300)}secret` })
    expect(await answer.text()).not.toContain('secret')
  })
})

describe('an Idempotency-Key', () => {
  test('gives the same request the same preview', async ({ expect }) => {
    const key = { 'idempotency-key': crypto.randomUUID() }
    const first = await (await shop.requestPreview({}, key)).json()
    const before = await stored()
    const second = await (await shop.requestPreview({}, key)).json()
    expect(second).toMatchObject({ preview_id: (first as { preview_id: string }).preview_id })
    expect(await stored()).toEqual(before)
  })

  test('used with another request is refused', async ({ expect }) => {
    const key = { 'idempotency-key': crypto.randomUUID() }
    await shop.requestPreview({}, key)
    const before = await stored()
    const answer = await shop.requestPreview({ language: 'vi' }, key)
    expect(answer.status).toBe(409)
    expect((await answer.json<ErrorBody>()).error.code).toBe('IDEMPOTENCY_KEY_REUSED')
    expect(await stored()).toEqual(before)
  })

  test('sent twice at the same moment makes one preview', async ({ expect }) => {
    const key = { 'idempotency-key': crypto.randomUUID() }
    const before = await stored()
    const answers = await Promise.all([1, 2, 3, 4].map(() => shop.requestPreview({}, key)))
    const ids = await Promise.all(
      answers.map(async (answer) => (await answer.json<{ preview_id: string }>()).preview_id),
    )
    expect(new Set(ids).size).toBe(1)
    expect((await stored()).photos).toBe(before.photos + 1)
  })
})

/** What lies in the store and in the tables. */
async function stored() {
  const objects = await testEnv.FILES.list({ prefix: 'photos/' })
  const rows = await testEnv.DB.prepare(
    'SELECT (SELECT count(*) FROM photos) AS photos, (SELECT count(*) FROM jobs) AS jobs',
  ).first<{
    photos: number
    jobs: number
  }>()
  return { objects: objects.objects.length, photos: rows?.photos ?? -1, jobs: rows?.jobs ?? -1 }
}
