import {
  latin,
  type PdfArray,
  type PdfDict,
  PdfName,
  type PdfValue,
  PdfWord,
  readValues,
} from './pdf-values.ts'

/** a b c d e f (ISO 32000-1 §8.3.4). */
export type Matrix = readonly [number, number, number, number, number, number]

/** What a page's operators put on the paper. */
export interface PageMarks {
  readonly images: readonly { name: string; matrix: Matrix }[]
  readonly fonts: readonly string[]
  /** Shown strings with the name of their font, in order; '' for a new line. */
  readonly shown: readonly { font: string; codes: Uint8Array }[]
  /** Whether anything was filled or stroked. */
  readonly paints: boolean
  readonly graphicsStates: readonly string[]
  /** Operators that a book of ours never has. */
  readonly foreign: readonly string[]
}

const identity: Matrix = [1, 0, 0, 1, 0, 0]
const painting = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*'])
const quiet = new Set(
  'w J j M d ri i m l c v y h re n W W* rg RG g G Tm Td TD T* Ts Tc Tw Tz TL Tr BT ET'.split(' '),
)

/** Follows a content stream. Throws PdfSyntaxError. */
export function readMarks(content: Uint8Array): PageMarks {
  const reader = readValues(content)
  const images: { name: string; matrix: Matrix }[] = []
  const shown: { font: string; codes: Uint8Array }[] = []
  const fonts = new Set<string>()
  const graphicsStates: string[] = []
  const foreign: string[] = []
  const saved: Matrix[] = []
  let matrix = identity
  let font = ''
  let paints = false
  let operands: PdfValue[] = []

  for (let value = reader.next(); value !== undefined; value = reader.next()) {
    if (!(value instanceof PdfWord)) {
      operands.push(value)
      continue
    }
    const { word } = value
    if (word === 'q') saved.push(matrix)
    else if (word === 'Q') matrix = saved.pop() ?? identity
    else if (word === 'cm') matrix = multiply(asMatrix(operands), matrix)
    else if (word === 'Do') images.push({ name: nameOf(operands[0]), matrix })
    else if (word === 'gs') graphicsStates.push(nameOf(operands[0]))
    else if (word === 'Tf') {
      font = nameOf(operands[0])
      fonts.add(font)
    } else if (word === 'Tj' || word === 'TJ')
      shown.push(...stringsOf(operands).map((codes) => ({ font, codes })))
    else if (painting.has(word)) paints = true
    else if (!quiet.has(word)) foreign.push(word)
    operands = []
  }
  return { images, fonts: [...fonts], shown, paints, graphicsStates, foreign }
}

function multiply([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F]
}

function asMatrix(operands: readonly PdfValue[]): Matrix {
  const [a, b, c, d, e, f] = operands.map(Number)
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0]
}

const nameOf = (value: PdfValue | undefined) => (value instanceof PdfName ? value.name : '')

function stringsOf([operand]: readonly PdfValue[]): Uint8Array[] {
  const items = Array.isArray(operand) ? (operand as PdfArray) : [operand]
  return items.filter((item) => item instanceof Uint8Array)
}

/** Two-byte codes to characters, from a ToUnicode map (§9.10.3). */
export function readToUnicode(map: Uint8Array): ReadonlyMap<number, string> {
  const characters = new Map<number, string>()
  const blocks = latin(map).match(/beginbfchar[\s\S]*?endbfchar/g) ?? []
  for (const [, code = '', units = ''] of blocks.join('\n').matchAll(/<([0-9a-f]{4})>\s*<([0-9a-f]+)>/gi)) {
    const text = (units.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16)))
    characters.set(Number.parseInt(code, 16), text.join(''))
  }
  return characters
}

/** The words of a page; U+FFFD for a glyph that no character belongs to. */
export function readWords(
  shown: PageMarks['shown'],
  fonts: ReadonlyMap<string, ReadonlyMap<number, string>>,
): string {
  let text = ''
  for (const { font, codes } of shown) {
    const characters = fonts.get(font)
    for (let at = 0; at + 1 < codes.length; at += 2) {
      text += characters?.get(((codes[at] ?? 0) << 8) | (codes[at + 1] ?? 0)) ?? '\ufffd'
    }
  }
  return text.normalize('NFC')
}

export function dictOf(value: PdfValue | undefined): PdfDict | undefined {
  return value instanceof Map ? value : undefined
}
