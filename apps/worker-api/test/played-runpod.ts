import { type PageCheck, type UnitInput, type UnitResult, unitInput } from '@foxetales/shared-schemas/unit'
import { hmac, sha256Hex, toHex } from '../src/domain/signing.ts'
import { testEnv } from './test-env.ts'

/** What the played worker makes of a unit; by default it accepts photos and paints flat pages. */
export type PlayedResult = (input: UnitInput) => UnitResult['outcome'] | 'silence'

export interface PlayedRunpod {
  /** Every unit that was submitted, in order. */
  readonly submitted: UnitInput[]
  /** Every unit whose worker was let go on, in order. */
  readonly rendered: UnitInput[]
  /** Jobs that wait while the workers are away. */
  readonly waiting: UnitInput[]
  /** Nobody answers at RunPod's address. */
  down: boolean
  /** Units that no worker takes for now. */
  away: (unit: UnitInput) => boolean
  result: PlayedResult
  /** Checks that the painted page missed; none by default. */
  failedChecks: (input: UnitInput) => PageCheck[]
  answer(request: Request): Promise<Response>
  /** One worker comes, finishes this unit, and goes away again. */
  finishOne(unit: UnitInput): Promise<void>
  /** The workers come back and take what waits. */
  resume(): Promise<void>
}

/** RunPod and a handler, played over their wire formats: takes jobs, speaks signed callbacks, uploads to signed links. */
export function playRunpod(fetchEdge: (request: Request) => Promise<Response>): PlayedRunpod {
  let jobs = 0
  const played: PlayedRunpod = {
    submitted: [],
    rendered: [],
    waiting: [],
    down: false,
    away: () => false,
    result: (input) => (input.kind === 'check-photo' ? 'accepted' : 'made'),
    failedChecks: () => [],
    async answer(request) {
      if (played.down) throw new TypeError('Network connection lost.')
      const { pathname } = new URL(request.url)
      if (!pathname.endsWith('/run')) {
        const id = pathname.split('/').at(-1)
        return Response.json({ id, status: pathname.includes('/cancel/') ? 'CANCELLED' : 'IN_PROGRESS' })
      }
      const { input } = await request.json<{ input: unknown }>()
      const unit = unitInput.parse(input)
      played.submitted.push(unit)
      if (played.away(unit)) played.waiting.push(unit)
      else queueMicrotask(() => void work(unit))
      jobs += 1
      return Response.json({ id: `job-${jobs}-u1`, status: 'IN_QUEUE' })
    },
    async finishOne(unit) {
      played.waiting.splice(played.waiting.indexOf(unit), 1)
      await work(unit)
    },
    async resume() {
      played.away = () => false
      for (const unit of played.waiting.splice(0)) await work(unit)
    },
  }

  async function work(unit: UnitInput): Promise<void> {
    const started = await callback(fetchEdge, unit, {
      event: 'started',
      unitId: unit.unitId,
      attempt: unit.attempt,
    })
    if (!started.proceed) return
    const outcome = played.result(unit)
    if (outcome === 'silence') return
    played.rendered.push(unit)
    const made = await makeResult(fetchEdge, unit, outcome)
    const failedChecks = played.failedChecks(unit)
    const scores = Object.fromEntries(failedChecks.map((check) => [check, 9]))
    const result = made.outcome === 'made' ? { ...made, failedChecks, scores } : made
    await callback(fetchEdge, unit, { event: 'finished', unitId: unit.unitId, attempt: unit.attempt, result })
  }
  return played
}

/** One signed callback, as apps/gpu-handler sends it. */
export async function callback(
  fetchEdge: (request: Request) => Promise<Response>,
  unit: UnitInput,
  body: object,
): Promise<{ proceed: boolean }> {
  const text = JSON.stringify(body)
  const t = Math.floor(Date.now() / 1000)
  const signature = toHex(await hmac(unit.callback.secret, `${t}.${text}`))
  const answer = await fetchEdge(
    new Request(unit.callback.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'foxetales-signature': `t=${t},v1=${signature}` },
      body: text,
    }),
  )
  return answer.json()
}

async function makeResult(
  fetchEdge: (request: Request) => Promise<Response>,
  unit: UnitInput,
  outcome: UnitResult['outcome'],
): Promise<UnitResult> {
  if (outcome === 'accepted') {
    const look = { hair: { colour: '#2a201c', length: 'long' }, glasses: true } as const
    return { outcome, widthPx: 512, heightPx: 512, faceWidthPx: 200, look }
  }
  if (outcome === 'refused') return { outcome, reason: 'NO_FACE' }
  if (outcome === 'failed')
    return { outcome, code: 'GPU_OUT_OF_MEMORY', message: 'out of memory', retryable: true }
  if (unit.kind === 'check-photo') throw new Error('a photo check makes no files')
  const files: Extract<UnitResult, { outcome: 'made' }>['files'] = {}
  for (const [role, target] of Object.entries(unit.outputs)) {
    if (!target) continue
    const bytes =
      role === 'print' || role === 'proof'
        ? printBytes(target, unit)
        : new Uint8Array(new TextEncoder().encode(`${role} ${unit.unitId} ${unit.attempt}`))
    const answer = await fetchEdge(
      new Request(target.url, {
        method: 'PUT',
        headers: { 'content-type': target.contentType },
        body: bytes,
      }),
    )
    if (!answer.ok) throw new Error(`an upload was refused: ${await answer.text()}`)
    Object.assign(files, {
      [role]: { sha256: await sha256Hex(bytes), bytes: bytes.length, widthPx: 1024, heightPx: 1024 },
    })
  }
  return { outcome: 'made', files, draft: true, engine: 'played', timingsMs: { total: 1000 }, scores: {} }
}

function printBytes(target: object, unit: UnitInput): Uint8Array<ArrayBuffer> {
  const isCover = 'sizePx' in target && target.sizePx === 3075
  return pictureMarked(isCover, [...unit.unitId.slice(-8), String(unit.attempt)].join(''))
}

/**
 * A print master that is no other's, by its mark of at most nine letters: they take the place of the finest steps of its
 * quantisation table (ITU T.81 §B.2.4.1).
 */
export function pictureMarked(isCover: boolean, mark: string): Uint8Array<ArrayBuffer> {
  const jpeg = Uint8Array.fromBase64(isCover ? testEnv.TEST_COVER_JPEG : testEnv.TEST_PAGE_JPEG)
  const table = jpeg.findIndex((byte, at) => byte === 0xff && jpeg[at + 1] === 0xdb)
  for (const [index, character] of [...mark].entries()) {
    jpeg[table + 5 + 63 - index] = character.charCodeAt(0)
  }
  return jpeg
}
