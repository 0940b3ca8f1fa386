import {
  latin,
  type PdfDict,
  PdfName,
  PdfRef,
  PdfSyntaxError,
  type PdfValue,
  readValues,
} from './pdf-values.ts'

/** A stream of a file: of a picture only what a check needs, so that a book is never held as a whole. */
export interface PdfStreamFacts {
  readonly length: number
  /** Hex SHA-256 of the bytes as stored. */
  readonly sha256: string
  /** The bytes as stored; a picture's first 64 KiB and its last two bytes. */
  readonly head: Uint8Array
  readonly tail: Uint8Array
  /** Whether the word `endstream` follows where the length says. */
  readonly ends: boolean
}

export interface PdfObject {
  readonly value: PdfValue
  readonly offset: number
  readonly stream?: PdfStreamFacts
}

export interface PdfFile {
  readonly bytes: number
  readonly version: string | undefined
  readonly objects: ReadonlyMap<number, PdfObject>
  readonly trailer: PdfDict | undefined
  /** Where the file says that its table begins, and where it does. */
  readonly startXref: number | undefined
  readonly xrefOffset: number | undefined
  /** Offsets by object number, as the table tells. */
  readonly xref: ReadonlyMap<number, number>
  readonly hasEnd: boolean
}

const pictureHead = 64 * 1024
/** No object of a book is larger, pictures included. */
const mostBytes = 32 * 1024 * 1024
/** Words are looked for in stretches of so many bytes that lie over each other by so many. */
const window = 4096
const overlap = 16

/**
 * Reads a PDF with a classic cross-reference table from front to back, an object at a time. Throws PdfSyntaxError where the
 * bytes are no PDF.
 */
export async function readPdf(chunks: AsyncIterable<Uint8Array>): Promise<PdfFile> {
  const input = openInput(chunks)
  const version = /^%PDF-(\d\.\d)/.exec(latin(await input.peek(8)))?.[1]
  const objects = new Map<number, PdfObject>()
  for (;;) {
    await input.skipSpace()
    const ahead = latin(await input.peek(32))
    const head = /^(\d+) (\d+) obj\b/.exec(ahead)
    if (!head) break
    const offset = input.position()
    objects.set(Number(head[1]), await readObject(input, head[0].length, offset, objects))
  }
  const xrefOffset = latin(await input.peek(5)).startsWith('xref') ? input.position() : undefined
  const rest = latin(await input.rest(mostBytes))
  return { version, objects, xrefOffset, ...readEnd(rest), bytes: input.position() }
}

async function readObject(
  input: Input,
  headLength: number,
  offset: number,
  known: ReadonlyMap<number, PdfObject>,
): Promise<PdfObject> {
  const { bytes, isStream } = await input.until(['endobj', 'stream'])
  const reader = readValues(bytes, headLength)
  const value = reader.next()
  if (value === undefined) throw new PdfSyntaxError('an object of nothing', offset)
  if (!isStream) {
    await input.skip(bytes.length + 'endobj'.length)
    return { value, offset }
  }
  await input.skip(bytes.length + 'stream'.length)
  const [first, second] = await input.peek(2)
  await input.skip(first === 13 && second === 10 ? 2 : 1)
  const length = lengthOf(value, known, offset)
  const isPicture = value instanceof Map && nameOf(value.get('Subtype')) === 'Image'
  const stored = await input.take(length)
  if (stored.length < length) throw new PdfSyntaxError('the file breaks off', offset)
  const end = latin(await input.peek(16))
  const stream: PdfStreamFacts = {
    length,
    sha256: await sha256(stored),
    head: isPicture ? stored.slice(0, pictureHead) : stored,
    tail: stored.slice(-2),
    ends: /^\s*endstream/.test(end),
  }
  await input.until(['endobj']).then((found) => input.skip(found.bytes.length + 'endobj'.length))
  return { value, offset, stream }
}

function lengthOf(value: PdfValue, known: ReadonlyMap<number, PdfObject>, offset: number): number {
  const given = value instanceof Map ? value.get('Length') : undefined
  const length = given instanceof PdfRef ? known.get(given.number)?.value : given
  if (typeof length !== 'number' || length < 0 || length > mostBytes)
    throw new PdfSyntaxError('a stream of unknown length', offset)
  return length
}

const nameOf = (value: PdfValue | undefined) => (value instanceof PdfName ? value.name : undefined)

/** Table, trailer and what stands behind them (§7.5.4, §7.5.5). */
function readEnd(text: string): Pick<PdfFile, 'trailer' | 'startXref' | 'xref' | 'hasEnd'> {
  const xref = new Map<number, number>()
  const table = /^xref\s+0 (\d+)\s+([\s\S]*?)trailer/.exec(text)
  for (const [number, entry] of (table?.[2]?.match(/\d{10} \d{5} [nf]/g) ?? []).entries()) {
    if (entry.endsWith('n')) xref.set(number, Number(entry.slice(0, 10)))
  }
  const at = text.indexOf('trailer')
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0))
  const trailer = at < 0 ? undefined : readValues(bytes, at + 'trailer'.length).next()
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)
  return {
    xref,
    trailer: trailer instanceof Map ? trailer : undefined,
    startXref: start ? Number(start[1]) : undefined,
    hasEnd: start !== null,
  }
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

type Input = ReturnType<typeof openInput>

/** A window on the bytes that come; what is skipped is let go. */
function openInput(chunks: AsyncIterable<Uint8Array>) {
  const source = chunks[Symbol.asyncIterator]()
  let held: Uint8Array = new Uint8Array(0)
  let passed = 0

  async function more(): Promise<boolean> {
    const { value, done } = await source.next()
    if (done) return false
    if (held.length === 0) held = value
    else {
      const joined = new Uint8Array(held.length + value.length)
      joined.set(held)
      joined.set(value, held.length)
      held = joined
    }
    return true
  }

  async function peek(length: number): Promise<Uint8Array> {
    while (held.length < length && (await more()));
    return held.subarray(0, length)
  }

  async function skip(length: number): Promise<void> {
    await peek(length)
    const step = Math.min(length, held.length)
    held = held.subarray(step)
    passed += step
  }

  /** A copy of the next bytes, gathered chunk by chunk. */
  async function take(length: number): Promise<Uint8Array<ArrayBuffer>> {
    const taken = new Uint8Array(length)
    let filled = 0
    while (filled < length && (held.length > 0 || (await more()))) {
      const step = Math.min(length - filled, held.length)
      taken.set(held.subarray(0, step), filled)
      filled += step
      held = held.subarray(step)
    }
    passed += filled
    return taken.subarray(0, filled)
  }

  /** The bytes before the first of these words, which are left where they are. */
  async function until(words: readonly string[]): Promise<{ bytes: Uint8Array; isStream: boolean }> {
    for (let from = 0; ; ) {
      const text = latin(held.subarray(from, from + window))
      const found = words
        .map((word) => ({ word, at: text.indexOf(word) }))
        .filter(({ at }) => at >= 0)
        .sort((one, other) => one.at - other.at)[0]
      if (found) return { bytes: held.subarray(0, from + found.at), isStream: found.word === 'stream' }
      const searched = Math.min(from + window, held.length)
      if (searched === held.length && (from > mostBytes || !(await more())))
        throw new PdfSyntaxError('an object without an end', passed)
      // A word may lie across two stretches.
      from = Math.max(0, searched - overlap)
    }
  }

  return {
    position: () => passed,
    peek,
    skip,
    take,
    until,
    async skipSpace() {
      for (;;) {
        const [byte] = await peek(1)
        const isComment = byte === 0x25
        if (isComment) {
          do await skip(1)
          while (![10, 13, undefined].includes((await peek(1))[0]))
        } else if (byte === 10 || byte === 13 || byte === 32) await skip(1)
        else return
      }
    },
    async rest(most: number): Promise<Uint8Array> {
      while (held.length <= most && (await more()));
      const all = held
      await skip(all.length)
      return all
    },
  }
}
