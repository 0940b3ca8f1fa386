import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

/**
 * Books of 40, 100 and 300 pages of 2625 px and a line of text each, by our writer, by pdf-lib's whole document, by pdfkit
 * and, where it is installed, by img2pdf (pictures alone); each run in a process of its own, so that its peak of memory is
 * its own. Run: `node packages/book-pdf/bench/interior.ts`.
 */

interface Figures {
  readonly ms: number
  readonly peakMiB: number
  readonly fileMiB: number
}

const rounds = 3
const pageCounts = [40, 100, 300]
const here = path.dirname(fileURLToPath(import.meta.url))
const say = (line: string) => process.stdout.write(`${line}\n`)

const folder = await mkdtemp(path.join(tmpdir(), 'book-pdf-bench-'))
try {
  await makePictures(folder)
  const others = ['pdf-lib', 'pdfkit', ...(hasImg2Pdf() ? ['img2pdf'] : [])]
  const ours = measure('ours', 40)
  const rows: [string, Figures][] = []
  for (const pages of pageCounts) {
    rows.push([`this writer, ${pages} pages`, pages === 40 ? ours : measure('ours', pages)])
    for (const tool of others) rows.push([`${tool}, ${pages} pages`, measure(tool, pages)])
  }
  if (!hasImg2Pdf()) say('img2pdf was left out: `pip install img2pdf` would bring it.\n')
  say(`| to ours at 40 pages | time | peak memory | file | (medians of ${rounds}: ms, MiB, MiB) |`)
  say('| --- | --- | --- | --- | --- |')
  for (const [name, figures] of rows) {
    const time = ratio(figures.ms, ours.ms)
    const memory = ratio(figures.peakMiB, ours.peakMiB)
    const size = ratio(figures.fileMiB, ours.fileMiB)
    const measured = [figures.ms, figures.peakMiB, figures.fileMiB]
      .map((value) => value.toFixed(0))
      .join(', ')
    say(`| ${name} | ${time} | ${memory} | ${size} | ${measured} |`)
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}

/** Eight different pictures of soft noise, about as heavy as painted pages are; a book shows them in turn. */
async function makePictures(target: string): Promise<void> {
  for (let number = 0; number < 8; number++) {
    const noise = { type: 'gaussian' as const, mean: 110 + number * 10, sigma: 9 }
    const canvas = { width: 2625, height: 2625, channels: 3 as const, background: '#fff', noise }
    const picture = sharp({ create: canvas }).jpeg({ quality: 88 })
    await writeFile(path.join(target, `${number}.jpg`), await picture.toBuffer())
  }
}

function measure(tool: string, pages: number): Figures {
  const runs = Array.from({ length: rounds }, () => {
    const parameters = [path.join(here, 'write-once.ts'), tool, folder, String(pages)]
    return JSON.parse(execFileSync(process.execPath, parameters, { encoding: 'utf8' })) as Figures
  })
  return {
    ms: median(runs.map((run) => run.ms)),
    peakMiB: median(runs.map((run) => run.peakMiB)),
    fileMiB: median(runs.map((run) => run.fileMiB)),
  }
}

function hasImg2Pdf(): boolean {
  return spawnSync('img2pdf', ['--version']).error === undefined
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}

function ratio(value: number, base: number): string {
  return `× ${(value / base).toFixed(2)}`
}
