import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

/** Latin with its extensions and Vietnamese, Greek, Cyrillic, punctuation and currency: all that a name may hold. */
const scripts: readonly (readonly [number, number])[] = [
  [0x20, 0x3ff],
  [0x400, 0x52f],
  [0x1e00, 0x1fff],
  [0x2000, 0x206f],
  [0x20a0, 0x20bf],
  [0x2100, 0x214f],
  [0x2c60, 0x2c7f],
  [0xa720, 0xa7ff],
]

const cacheDir = fileURLToPath(new URL('../node_modules/.cache', import.meta.url))

/**
 * A TrueType face as WOFF2 for the browser: the same outlines and widths that the PDF embeds, so that a line ends on
 * screen where it ends in print. Compressing takes seconds, so the result is kept by the hash of its source.
 */
export async function webFont(source: Buffer): Promise<Buffer> {
  const key = createHash('sha256').update(source).update(JSON.stringify(scripts)).digest('hex')
  const kept = path.join(cacheDir, `${key}.woff2`)
  try {
    return await readFile(kept)
  } catch {
    // Not made yet.
  }
  const text = scripts
    .flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)),
    )
    .join('')
  const font = await subsetFont(source, text, { targetFormat: 'woff2', preserveNameIds: [0, 13, 14] })
  await mkdir(cacheDir, { recursive: true })
  const fresh = `${kept}.${process.pid}`
  await writeFile(fresh, font)
  await rename(fresh, kept)
  return font
}
