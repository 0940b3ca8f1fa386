import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { open, readFile, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import { setTimeout } from 'node:timers/promises'
import type { InteriorPage } from '../src/plan-interior.ts'
import { sampleTemplate } from '../test/sample-book.ts'

/** Writes one book with one tool and tells how long it took and how much memory: `write-once.ts <tool> <folder> <pages>`. */

const require = createRequire(import.meta.url)
const fontFile = require.resolve('@expo-google-fonts/literata/400Regular/Literata_400Regular.ttf')
const [tool = '', folder = '', pages = '40'] = process.argv.slice(2)
const target = path.join(folder, `${tool}.pdf`)
const numbers = Array.from({ length: Number(pages) }, (_, index) => index)
const pictureFile = (number: number) => path.join(folder, `${number % 8}.jpg`)
const textOf = (number: number) => `Page ${number + 1}: Nguyễn Thị Ánh held the lantern.`

const writers: Record<string, () => Promise<() => Promise<void>>> = {
  ours: prepareOurs,
  'pdf-lib': preparePdfLib,
  pdfkit: preparePdfKit,
  img2pdf: prepareImg2Pdf,
}
const prepare = writers[tool]
if (!prepare) throw new Error(`no such tool: ${tool}`)
// Loading code is not what is measured.
const write = await prepare()
let childPeakMiB: number | undefined
const begun = performance.now()
await write()
const ms = performance.now() - begun
const peakMiB = childPeakMiB ?? (await peakMemoryMiB())
const fileMiB = (await stat(target)).size / 2 ** 20
process.stdout.write(JSON.stringify({ ms, peakMiB, fileMiB }))

/**
 * This process's own peak. Not `resourceUsage().maxRSS`: Linux hands a parent's peak on to the program that it starts, so
 * that every tool would show the memory of the benchmark, which has just made pictures.
 */
async function peakMemoryMiB(): Promise<number> {
  const status = await readFile('/proc/self/status', 'utf8')
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]
  if (kibibytes === undefined) throw new Error('this system does not tell a process its peak of memory')
  return Number(kibibytes) / 1024
}

async function prepareOurs() {
  const { writeBook } = await import('../src/write-book.ts')
  const { casewrapFormat, coverGeometry } = await import('../src/cover-geometry.ts')
  const { openFaces } = await import('../src/open-face.ts')
  return async () => {
    const font = new Uint8Array(await readFile(fontFile))
    const file = await open(target, 'w')
    const textBox = { x: 0.12, y: 0.1, width: 0.76, height: 0.22 }
    const story = numbers.map((number): InteriorPage => {
      return { kind: 'picture', story: number, text: textOf(number), textBox, ink: '#3a2f2a' }
    })
    await writeBook({
      pages: story.map((page) => ({ kind: 'interior', page })),
      format: casewrapFormat,
      interior: { language: 'en', childName: 'Nguyễn Thị Ánh', pages: story },
      cover: { template: sampleTemplate(1), childName: '', pronouns: 'they', language: 'en' },
      sheet: coverGeometry(40),
      faces: openFaces({ family: 'literata', name: 'Literata', body: font, display: font }),
      image: (number) => readFile(pictureFile(Number(number))),
      madeFrom: [],
      write: async (chunk) => {
        await file.write(chunk)
      },
      now: new Date(0),
    })
    await file.close()
  }
}

async function preparePdfLib() {
  const { PDFDocument, rgb } = await import('pdf-lib')
  const fontkit = await import('@cantoo/fontkit')
  return async () => {
    const document = await PDFDocument.create()
    document.registerFontkit(fontkit)
    const font = await document.embedFont(await readFile(fontFile), { subset: true })
    for (const number of numbers) {
      const picture = await document.embedJpg(await readFile(pictureFile(number)))
      const page = document.addPage([630, 630])
      page.drawImage(picture, { x: 0, y: 0, width: 630, height: 630 })
      page.drawText(textOf(number), { x: 90, y: 500, size: 21, font, color: rgb(0.2, 0.2, 0.2) })
    }
    await writeFile(target, await document.save({ useObjectStreams: false }))
  }
}

async function preparePdfKit() {
  const { default: PDFDocument } = await import('pdfkit')
  return async () => {
    const document = new PDFDocument({ size: [630, 630], autoFirstPage: false, margin: 0 })
    const file = createWriteStream(target)
    document.pipe(file)
    document.font(fontFile).fontSize(21)
    for (const number of numbers) {
      document.addPage()
      // As bytes, like the others: a file name would let pdfkit keep one copy of a picture that comes again.
      document.image(await readFile(pictureFile(number)), 0, 0, { width: 630, height: 630 })
      document.fillColor('#3a2f2a').text(textOf(number), 90, 130)
    }
    document.end()
    await finished(file)
  }
}

/** A program of its own: its peak is read from the operating system while it runs. */
async function prepareImg2Pdf() {
  return async () => {
    const child = spawn('img2pdf', ['-o', target, ...numbers.map(pictureFile)], { stdio: 'ignore' })
    const ended = once(child, 'exit')
    let running = true
    const watch = async () => {
      while (running) {
        const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
        const peak = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]
        if (peak) childPeakMiB = Number(peak) / 1024
        await setTimeout(5)
      }
    }
    const watched = watch()
    await ended
    running = false
    await watched
  }
}
