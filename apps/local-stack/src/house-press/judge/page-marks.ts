import { PdfArray, PdfDict, PdfName, PdfNumber, PdfStream } from '@libpdf/core'
import { dictAt, inherited, type Resolve } from './open-document.ts'
import { type Operand, readContent } from './read-content.ts'

/** a, b, c, d, e, f of ISO 32000-1, 8.3.3: (x, y) becomes (ax + cy + e, bx + dy + f). */
export type Matrix = readonly [number, number, number, number, number, number]

export interface DrawnImage {
  readonly stream: PdfStream
  /** How its unit square lies on the page, in points. */
  readonly matrix: Matrix
}

/** What the content of a page puts on paper, and what it takes from its resources. */
export interface PageMarks {
  readonly images: DrawnImage[]
  texts: number
  paths: number
  inlineImages: number
  /** Every resource dictionary in use: the page's own, and those of the forms it draws. */
  readonly resources: PdfDict[]
  /** The forms it draws. */
  readonly forms: PdfStream[]
  /** Colour spaces that operators name without a resource, such as DeviceCMYK. */
  readonly namedColours: Set<string>
}

const identity: Matrix = [1, 0, 0, 1, 0, 0]
const deepestForm = 12
const showText = new Set(['Tj', 'TJ', "'", '"'])
const paintPath = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh'])
/** Operators that choose a colour space by themselves. */
const colourOperators: Readonly<Record<string, string>> = {
  k: 'DeviceCMYK',
  K: 'DeviceCMYK',
  rg: 'DeviceRGB',
  RG: 'DeviceRGB',
  g: 'DeviceGray',
  G: 'DeviceGray',
}
/** Neither fills nor strokes: such text leaves no mark. */
const invisibleTextMode = 3

/** Reads a page's content and that of every form it draws. Throws where it cannot be read. */
export function pageMarks(page: PdfDict, resolve: Resolve): PageMarks {
  const marks: PageMarks = {
    images: [],
    texts: 0,
    paths: 0,
    inlineImages: 0,
    resources: [],
    forms: [],
    namedColours: new Set(),
  }
  const resources = inherited(page, 'Resources', resolve)
  const surroundings = { resolve, marks, depth: 0 }
  follow(
    contentOf(page, resolve),
    resources instanceof PdfDict ? resources : new PdfDict(),
    identity,
    surroundings,
  )
  return marks
}

interface Surroundings {
  readonly resolve: Resolve
  readonly marks: PageMarks
  readonly depth: number
}

/** The page's streams, joined as the standard joins them: between two words. */
function contentOf(page: PdfDict, resolve: Resolve): Uint8Array {
  const contents = resolve(page.get('Contents'))
  const parts = contents instanceof PdfArray ? contents.toArray().map((part) => resolve(part)) : [contents]
  const streams = parts.filter((part) => part instanceof PdfStream)
  return Buffer.concat(streams.flatMap((stream) => [stream.getDecodedData(), Buffer.from('\n')]))
}

function follow(content: Uint8Array, resources: PdfDict, start: Matrix, surroundings: Surroundings): void {
  const { marks } = surroundings
  marks.resources.push(resources)
  const saved: { matrix: Matrix; textMode: number }[] = []
  let matrix = start
  let textMode = 0
  for (const { operator, operands } of readContent(content)) {
    if (operator === 'q') saved.push({ matrix, textMode })
    else if (operator === 'Q') ({ matrix, textMode } = saved.pop() ?? { matrix, textMode })
    else if (operator === 'cm') matrix = multiply(matrixOf(operands), matrix)
    else if (operator === 'Tr') textMode = numbersOf(operands)[0] ?? 0
    else if (operator === 'Do') draw(operands[0], resources, matrix, surroundings)
    else if (operator === 'ID') marks.inlineImages += 1
    else if (operator === 'cs' || operator === 'CS') nameColour(operands[0], marks)
    else if (paintPath.has(operator)) marks.paths += 1
    else if (showText.has(operator) && textMode !== invisibleTextMode && operands.some(hasLetters)) {
      marks.texts += 1
    }
    const colour = colourOperators[operator]
    if (colour !== undefined) marks.namedColours.add(colour)
  }
}

function draw(operand: Operand | undefined, resources: PdfDict, matrix: Matrix, around: Surroundings): void {
  const { resolve, marks, depth } = around
  if (operand?.kind !== 'name') return
  const drawn = resolve(dictAt(resources, 'XObject', resolve)?.get(operand.value))
  if (!(drawn instanceof PdfStream)) throw new Error(`${operand.value} is drawn and not there`)
  const kind = resolve(drawn.get('Subtype'))
  const subtype = kind instanceof PdfName ? kind.value : ''
  if (subtype === 'Image') {
    marks.images.push({ stream: drawn, matrix })
    return
  }
  if (subtype !== 'Form') throw new Error(`${operand.value} is neither a picture nor a form`)
  if (depth >= deepestForm) throw new Error('forms are drawn within forms without an end')
  marks.forms.push(drawn)
  const own = resolve(drawn.get('Matrix'))
  const placed = own instanceof PdfArray ? multiply(arrayMatrix(own, resolve), matrix) : matrix
  const inside = dictAt(drawn, 'Resources', resolve) ?? resources
  follow(drawn.getDecodedData(), inside, placed, { resolve, marks, depth: depth + 1 })
}

function nameColour(operand: Operand | undefined, marks: PageMarks): void {
  if (operand?.kind === 'name') marks.namedColours.add(operand.value)
}

function hasLetters(operand: Operand): boolean {
  if (operand.kind === 'list') return operand.items.some(hasLetters)
  return operand.kind === 'text' && operand.length > 0
}

function numbersOf(operands: readonly Operand[]): number[] {
  return operands.flatMap((operand) => (operand.kind === 'number' ? [operand.value] : []))
}

function matrixOf(operands: readonly Operand[]): Matrix {
  return asMatrix(numbersOf(operands))
}

function arrayMatrix(array: PdfArray, resolve: Resolve): Matrix {
  const items = array.toArray().map((item) => resolve(item))
  return asMatrix(items.flatMap((item) => (item instanceof PdfNumber ? [item.value] : [])))
}

function asMatrix(numbers: readonly number[]): Matrix {
  const [a, b, c, d, e, f] = numbers
  if (numbers.length !== 6 || a === undefined || b === undefined || c === undefined) {
    throw new Error('a matrix has not six numbers')
  }
  return [a, b, c, d ?? 0, e ?? 0, f ?? 0]
}

/** First `inner`, then `outer`. */
function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner
  const [A, B, C, D, E, F] = outer
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F]
}
