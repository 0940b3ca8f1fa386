import { createHash } from 'node:crypto'
import type { PrintFile, Problem, ProblemCode } from './judge/problem.ts'

export interface WantedFile {
  readonly url: string
  readonly sha256: string
  readonly bytes: number
}

export type FetchedFile =
  | { readonly bytes: Uint8Array }
  /** `mayPass` when a later try may find the file. */
  | { readonly problem: Problem; readonly mayPass: boolean }

const withinMs = 60_000
const rangeBytes = 1024

/**
 * Reads a customer's file as a printer's intake does: type and length first, then a range, as downloads that broke off are
 * resumed, then the whole, whose checksum must be the ordered one.
 */
export async function fetchFile(
  file: PrintFile,
  wanted: WantedFile,
  stopping: AbortSignal,
): Promise<FetchedFile> {
  const ask = (init: RequestInit) => request(wanted.url, init, stopping)
  const refuse = (code: ProblemCode, message: string, mayPass = false): FetchedFile => {
    return { problem: { code, file, message }, mayPass }
  }
  try {
    const head = await ask({ method: 'HEAD' })
    if (head.status !== 200) {
      return refuse('file_unreachable', `HEAD was answered with ${head.status}.`, true)
    }
    const type = head.headers.get('content-type') ?? 'none'
    if (type.split(';')[0]?.trim() !== 'application/pdf') {
      return refuse('file_type', `The type is ${type} instead of application/pdf.`)
    }
    const length = head.headers.get('content-length')
    if (Number(length) !== wanted.bytes) {
      return refuse('file_length', `The length is ${length ?? 'not told'} instead of ${wanted.bytes} bytes.`)
    }

    const last = Math.min(rangeBytes, wanted.bytes) - 1
    const part = await ask({ headers: { range: `bytes=0-${last}` } })
    const start = new Uint8Array(await part.arrayBuffer())
    if (part.status !== 206 || start.length !== last + 1) {
      return refuse('file_range', `A range of ${last + 1} bytes was answered with ${part.status}.`)
    }

    const whole = await ask({})
    if (whole.status !== 200) {
      return refuse('file_unreachable', `GET was answered with ${whole.status}.`, true)
    }
    const bytes = new Uint8Array(await whole.arrayBuffer())
    if (bytes.length !== wanted.bytes) {
      return refuse('file_length', `${bytes.length} bytes came instead of ${wanted.bytes}.`)
    }
    if (createHash('sha256').update(bytes).digest('hex') !== wanted.sha256) {
      return refuse('file_checksum', 'The sha256 of what came is not the ordered one.')
    }
    return { bytes }
  } catch (error) {
    // The network's own words, without the address, whose signature opens the file.
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    const said = cause instanceof Error ? cause.name : 'no answer'
    return refuse('file_unreachable', `The file could not be fetched (${said}).`, true)
  }
}

function request(url: string, init: RequestInit, stopping: AbortSignal): Promise<Response> {
  return fetch(url, {
    ...init,
    headers: { 'accept-encoding': 'identity', ...init.headers },
    redirect: 'manual',
    signal: AbortSignal.any([stopping, AbortSignal.timeout(withinMs)]),
  })
}
