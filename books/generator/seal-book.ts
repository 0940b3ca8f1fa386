import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

// node books/generator/seal-book.ts books/<id>/<version>: writes every layer's sha256 into a book.json made by hand.
const bookDir = process.argv[2]
if (!bookDir) throw new Error('usage: node books/generator/seal-book.ts <folder of a template version>')

const sealed = async (value: unknown): Promise<unknown> => {
  if (Array.isArray(value)) return Promise.all(value.map(sealed))
  if (typeof value !== 'object' || value === null) return value
  if ('file' in value && typeof value.file === 'string') {
    const bytes = await readFile(path.join(bookDir, value.file))
    return { ...value, sha256: createHash('sha256').update(bytes).digest('hex') }
  }
  const entries = Object.entries(value).map(async ([name, inner]) => [name, await sealed(inner)] as const)
  return Object.fromEntries(await Promise.all(entries))
}

const manifest = path.join(bookDir, 'book.json')
const book = await sealed(JSON.parse(await readFile(manifest, 'utf8')))
await writeFile(manifest, `${JSON.stringify(book, null, 1)}\n`)
process.stdout.write(`Sealed ${manifest}\n`)
