/**
 * PDF's own values (ISO 32000-1 §7.3), read from bytes. A second reader beside the library that writes our files: what one
 * of them believes wrongly, the other does not.
 */

export class PdfName {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}
export class PdfRef {
  readonly number: number
  constructor(number: number) {
    this.number = number
  }
}
/** An operator, or a word that stands for nothing here (`obj`, `R`, `BT`). */
export class PdfWord {
  readonly word: string
  constructor(word: string) {
    this.word = word
  }
}
export type PdfDict = ReadonlyMap<string, PdfValue>
export type PdfValue = null | boolean | number | Uint8Array | PdfName | PdfRef | PdfWord | PdfDict | PdfArray
export type PdfArray = readonly PdfValue[]

/** Bytes that are not PDF; `at` is the offset within what was read. */
export class PdfSyntaxError extends Error {
  readonly at: number
  constructor(problem: string, at: number) {
    super(`${problem} at ${at}`)
    this.name = 'PdfSyntaxError'
    this.at = at
  }
}

const [openRound, closeRound, openAngle, closeAngle, openSquare, closeSquare, slash, percent, backslash] = [
  ...'()<>[]/%\\',
].map((character) => character.charCodeAt(0))
const delimiters = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)))
const isSpace = (byte: number | undefined) =>
  byte === 0 || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 32
const deepest = 32

/** Reads value after value from `start` on; `next` gives undefined at the end. `5 0 R` is one value. */
export function readValues(bytes: Uint8Array, start = 0): { next(): PdfValue | undefined } {
  let at = start

  function next(depth = 0): PdfValue | undefined {
    skipSpace()
    const byte = bytes[at]
    if (byte === undefined) return undefined
    if (depth > deepest) throw new PdfSyntaxError('nested too deep', at)
    if (byte === slash) return name()
    if (byte === openRound) return literal()
    if (byte === openSquare) return list(closeSquare, depth)
    if (byte === openAngle) return bytes[at + 1] === openAngle ? dict(depth) : hex()
    if (delimiters.has(byte)) throw new PdfSyntaxError(`a stray ${String.fromCharCode(byte)}`, at)
    return wordOrNumber()
  }

  function skipSpace(): void {
    for (;;) {
      while (isSpace(bytes[at])) at += 1
      if (bytes[at] !== percent) return
      while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1
    }
  }

  function regular(): string {
    const from = at
    while (at < bytes.length) {
      const byte = bytes[at] ?? 0
      if (isSpace(byte) || delimiters.has(byte)) break
      at += 1
    }
    return latin(bytes.subarray(from, at))
  }

  function name(): PdfName {
    at += 1
    return new PdfName(
      regular().replace(/#([0-9a-f]{2})/gi, (_all, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      ),
    )
  }

  function wordOrNumber(): PdfValue {
    const word = regular()
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return refOr(Number(word))
    if (word === 'true' || word === 'false') return word === 'true'
    return word === 'null' ? null : new PdfWord(word)
  }

  function refOr(value: number): PdfValue {
    if (!Number.isInteger(value) || value < 0) return value
    const ahead = /^\s+\d+\s+R(?![A-Za-z0-9])/.exec(latin(bytes.subarray(at, at + 16)))
    if (!ahead) return value
    at += ahead[0].length
    return new PdfRef(value)
  }

  function list(close: number | undefined, depth: number): PdfValue[] {
    at += 1
    const values: PdfValue[] = []
    for (;;) {
      skipSpace()
      if (bytes[at] === close) break
      const value = next(depth + 1)
      if (value === undefined) throw new PdfSyntaxError('an array without an end', at)
      values.push(value)
    }
    at += 1
    return values
  }

  function dict(depth: number): PdfDict {
    at += 2
    const entries = new Map<string, PdfValue>()
    for (;;) {
      skipSpace()
      if (bytes[at] === closeAngle && bytes[at + 1] === closeAngle) break
      const key = next(depth + 1)
      const value = next(depth + 1)
      if (!(key instanceof PdfName) || value === undefined)
        throw new PdfSyntaxError('a damaged dictionary', at)
      entries.set(key.name, value)
    }
    at += 2
    return entries
  }

  function hex(): Uint8Array {
    const end = bytes.indexOf(closeAngle ?? 0, at)
    if (end < 0) throw new PdfSyntaxError('a hex string without an end', at)
    const digits = latin(bytes.subarray(at + 1, end)).replace(/\s+/g, '')
    if (!/^[0-9a-f]*$/i.test(digits)) throw new PdfSyntaxError('a hex string of other letters', at)
    at = end + 1
    return Uint8Array.from((digits.length % 2 ? `${digits}0` : digits).match(/../g) ?? [], (pair) =>
      Number.parseInt(pair, 16),
    )
  }

  /** Escapes are kept as the byte they hide: our own files have none, and what is searched in strings is words. */
  function literal(): Uint8Array {
    const from = at + 1
    let open = 0
    for (; at < bytes.length; at++) {
      const byte = bytes[at]
      if (byte === backslash) at += 1
      else if (byte === openRound) open += 1
      else if (byte === closeRound) open -= 1
      if (open === 0) {
        at += 1
        return bytes.subarray(from, at - 1).filter((inner) => inner !== backslash)
      }
    }
    throw new PdfSyntaxError('a string without an end', from)
  }

  return { next }
}

/** Bytes as characters of the same number. */
export function latin(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
