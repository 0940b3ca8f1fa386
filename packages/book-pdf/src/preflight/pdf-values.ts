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

/** Reads value after value; `at` may be set. */
export class PdfReader {
  readonly bytes: Uint8Array
  at: number
  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  /** Undefined at the end. `5 0 R` is one value. */
  next(depth = 0): PdfValue | undefined {
    this.skipSpace()
    const byte = this.bytes[this.at]
    if (byte === undefined) return undefined
    if (depth > deepest) throw new PdfSyntaxError('nested too deep', this.at)
    if (byte === slash) return this.name()
    if (byte === openRound) return this.literal()
    if (byte === openSquare) return this.list(closeSquare, depth)
    if (byte === openAngle) return this.bytes[this.at + 1] === openAngle ? this.dict(depth) : this.hex()
    if (delimiters.has(byte)) throw new PdfSyntaxError(`a stray ${String.fromCharCode(byte)}`, this.at)
    return this.wordOrNumber()
  }

  private skipSpace(): void {
    for (;;) {
      while (isSpace(this.bytes[this.at])) this.at += 1
      if (this.bytes[this.at] !== percent) return
      while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13)
        this.at += 1
    }
  }

  private regular(): string {
    const from = this.at
    while (this.at < this.bytes.length) {
      const byte = this.bytes[this.at] ?? 0
      if (isSpace(byte) || delimiters.has(byte)) break
      this.at += 1
    }
    return latin(this.bytes.subarray(from, this.at))
  }

  private name(): PdfName {
    this.at += 1
    return new PdfName(
      this.regular().replace(/#([0-9a-f]{2})/gi, (_all, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      ),
    )
  }

  private wordOrNumber(): PdfValue {
    const word = this.regular()
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return this.refOr(Number(word))
    if (word === 'true' || word === 'false') return word === 'true'
    return word === 'null' ? null : new PdfWord(word)
  }

  private refOr(value: number): PdfValue {
    if (!Number.isInteger(value) || value < 0) return value
    const ahead = /^\s+\d+\s+R(?![A-Za-z0-9])/.exec(latin(this.bytes.subarray(this.at, this.at + 16)))
    if (!ahead) return value
    this.at += ahead[0].length
    return new PdfRef(value)
  }

  private list(close: number | undefined, depth: number): PdfValue[] {
    this.at += 1
    const values: PdfValue[] = []
    for (;;) {
      this.skipSpace()
      if (this.bytes[this.at] === close) break
      const value = this.next(depth + 1)
      if (value === undefined) throw new PdfSyntaxError('an array without an end', this.at)
      values.push(value)
    }
    this.at += 1
    return values
  }

  private dict(depth: number): PdfDict {
    this.at += 2
    const entries = new Map<string, PdfValue>()
    for (;;) {
      this.skipSpace()
      if (this.bytes[this.at] === closeAngle && this.bytes[this.at + 1] === closeAngle) break
      const key = this.next(depth + 1)
      const value = this.next(depth + 1)
      if (!(key instanceof PdfName) || value === undefined)
        throw new PdfSyntaxError('a damaged dictionary', this.at)
      entries.set(key.name, value)
    }
    this.at += 2
    return entries
  }

  private hex(): Uint8Array {
    const end = this.bytes.indexOf(closeAngle ?? 0, this.at)
    if (end < 0) throw new PdfSyntaxError('a hex string without an end', this.at)
    const digits = latin(this.bytes.subarray(this.at + 1, end)).replace(/\s+/g, '')
    if (!/^[0-9a-f]*$/i.test(digits)) throw new PdfSyntaxError('a hex string of other letters', this.at)
    this.at = end + 1
    return Uint8Array.from((digits.length % 2 ? `${digits}0` : digits).match(/../g) ?? [], (pair) =>
      Number.parseInt(pair, 16),
    )
  }

  /** Escapes are kept as the byte they hide: our own files have none, and what is searched in strings is words. */
  private literal(): Uint8Array {
    const from = this.at + 1
    let open = 0
    for (; this.at < this.bytes.length; this.at++) {
      const byte = this.bytes[this.at]
      if (byte === backslash) this.at += 1
      else if (byte === openRound) open += 1
      else if (byte === closeRound) open -= 1
      if (open === 0) {
        this.at += 1
        return this.bytes.subarray(from, this.at - 1).filter((inner) => inner !== backslash)
      }
    }
    throw new PdfSyntaxError('a string without an end', from)
  }
}

/** Bytes as characters of the same number. */
export function latin(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
