/** What stands before an operator in a page's content. Strings are told by their length alone: nobody here reads them. */
export type Operand =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'text'; readonly length: number }
  | { readonly kind: 'list'; readonly items: readonly Operand[] }
  | { readonly kind: 'other' }

export interface Operation {
  readonly operator: string
  readonly operands: readonly Operand[]
}

const blank = /(?:[\0\t\n\f\r ]+|%[^\r\n]*)+/y
const numeral = /[+-]?(?:\d+\.?\d*|\.\d+)/y
const name = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y
const hexadecimal = /<([0-9A-Fa-f\0\t\n\f\r ]*)>/y
const keyword = /[A-Za-z'"][A-Za-z0-9*]*/y
/** The end of an inline picture's bytes, and of the operator. */
const inlineEnd = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g

/** Reads a content stream (ISO 32000-1, 7.8.2). Throws where its syntax is broken. */
export function readContent(bytes: Uint8Array): Operation[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const operations: Operation[] = []
  let operands: Operand[] = []
  let at = 0

  /** What `pattern` matches right here, which is thereby read. */
  function take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match !== null) at = pattern.lastIndex
    return match
  }

  function readOperand(): Operand | undefined {
    take(blank)
    const found = take(numeral)
    if (found !== null) return { kind: 'number', value: Number(found[0]) }
    const named = take(name)
    if (named !== null) return { kind: 'name', value: unescapeName(named[1] ?? '') }
    if (text.startsWith('<<', at)) return readUntil('<<', '>>')
    if (text[at] === '[') return readUntil('[', ']')
    if (text[at] === '(') return readLiteral()
    const hex = take(hexadecimal)
    if (hex !== null) {
      return { kind: 'text', length: Math.ceil((hex[1] ?? '').replaceAll(/\W/g, '').length / 2) }
    }
    return undefined
  }

  function readUntil(opening: string, closing: string): Operand {
    at += opening.length
    const items: Operand[] = []
    for (;;) {
      take(blank)
      if (text.startsWith(closing, at)) {
        at += closing.length
        return opening === '[' ? { kind: 'list', items } : { kind: 'other' }
      }
      const item = readOperand() ?? readConstant()
      if (item === undefined) throw new Error(`${opening} is not closed`)
      items.push(item)
    }
  }

  /** `true`, `false` or `null` inside a list or a dictionary. */
  function readConstant(): Operand | undefined {
    return take(keyword) === null ? undefined : { kind: 'other' }
  }

  function readLiteral(): Operand {
    const start = at
    let depth = 0
    for (; at < text.length; at += 1) {
      if (text[at] === '\\') at += 1
      else if (text[at] === '(') depth += 1
      else if (text[at] === ')') {
        depth -= 1
        if (depth === 0) {
          at += 1
          return { kind: 'text', length: at - start - 2 }
        }
      }
    }
    throw new Error('a string is not closed')
  }

  for (;;) {
    take(blank)
    if (at >= text.length) break
    const operand = readOperand()
    if (operand !== undefined) {
      operands.push(operand)
      continue
    }
    const word = take(keyword)
    if (word === null) throw new Error(`unexpected ${JSON.stringify(text[at])}`)
    operations.push({ operator: word[0], operands })
    operands = []
    if (word[0] === 'ID') {
      inlineEnd.lastIndex = at
      if (inlineEnd.exec(text) === null) throw new Error('an inline picture has no end')
      at = inlineEnd.lastIndex
    }
  }
  return operations
}

function unescapeName(written: string): string {
  return written.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}
