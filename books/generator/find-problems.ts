import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import {
  type ArtFile,
  type BookTemplate,
  bookTemplate,
  type FaceRegion,
  type FractionBox,
  type PageArt,
} from '@foxetales/shared-schemas/book'
import { defaultHairStyle } from '@foxetales/shared-schemas/child'
import sharp from 'sharp'
import { contrast, luminance, parseHex } from './colour.ts'

/** What an author has to mend before a template can be sold, and where. */
export interface Problem {
  readonly where: string
  readonly what: string
}

/** Text keeps this far from the page image's edge: 0.125 in of bleed and 0.5 in of safety of 8.75 in. */
const safeMargin = 0.0743
/** Running text in 20 pt and larger counts as large text (WCAG 2.2, 1.4.3). */
const leastContrast = 4.5
const mostBytes = 25_000_000
/** A face lower than this is too small to be like anybody. */
const leastFacePx = 100

/** Looks a written template over: schema, files, masks, text boxes, contrast, faces, weight. */
export async function findProblems(bookDir: string): Promise<Problem[]> {
  const parsed = bookTemplate.safeParse(JSON.parse(await readFile(path.join(bookDir, 'book.json'), 'utf8')))
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => ({
      where: `book.json ${issue.path.join('.')}`,
      what: issue.message,
    }))
  }
  const book = parsed.data
  const pages = book.pages.map((page) => ({ where: `page ${page.number}`, box: page.textBox, ...page }))
  const all = [...pages, { where: 'cover', box: book.cover.titleBox, ...book.cover }]
  const found = await Promise.all(all.map((page) => pageProblems(bookDir, book, page)))
  const bytes = found.reduce((sum, page) => sum + page.bytes, 0)
  const heavy =
    bytes > mostBytes ? [{ where: 'book', what: `weighs ${bytes} bytes, ${mostBytes} at most` }] : []
  return [...found.flatMap((page) => page.problems), ...heavy]
}

interface CheckedPage {
  readonly where: string
  readonly box: FractionBox
  readonly ink: string
  readonly face: FaceRegion | null
  readonly art: PageArt
}

async function pageProblems(
  bookDir: string,
  book: BookTemplate,
  page: CheckedPage,
): Promise<{ problems: Problem[]; bytes: number }> {
  const problems: Problem[] = []
  const report = (what: string) => problems.push({ where: page.where, what })
  const layers = new Map<string, Buffer>()
  for (const [name, file] of artFiles(page.art)) {
    const bytes = await readFile(path.join(bookDir, file.file)).catch(() => undefined)
    if (!bytes) {
      report(`${name} is missing`)
      continue
    }
    if (createHash('sha256').update(bytes).digest('hex') !== file.sha256)
      report(`${name} is not the file that book.json names`)
    const { width, height } = await sharp(bytes).metadata()
    if (width !== book.artPx || height !== book.artPx) {
      report(`${name} is ${width} × ${height}, not ${book.artPx} square`)
      continue
    }
    layers.set(name, bytes)
  }
  if (page.face)
    for (const what of await faceProblems(page.face, book.artPx, layers.get('personMask'))) report(what)
  for (const what of boxProblems(page.box, page.face, book.artPx)) report(what)
  if (layers.has('background')) {
    const ratio = await inkContrast(layers, page.box, page.ink, book.artPx)
    if (ratio < leastContrast) report(`the text's contrast is ${ratio.toFixed(1)}, ${leastContrast} at least`)
  }
  return { problems, bytes: [...layers.values()].reduce((sum, bytes) => sum + bytes.length, 0) }
}

/** Every layer of a page by a name for people, such as `hair bob back`. */
function artFiles({ hair, ...layers }: PageArt): [string, ArtFile][] {
  const heads = Object.entries(hair).flatMap(([style, head]) => [
    [`hair ${style} back`, head.back] as const,
    [`hair ${style} front`, head.front] as const,
  ])
  return [...Object.entries(layers), ...heads].flatMap(([name, file]): [string, ArtFile][] =>
    file ? [[name, file]] : [],
  )
}

async function faceProblems(face: FaceRegion, artPx: number, mask: Buffer | undefined): Promise<string[]> {
  const problems: string[] = []
  if (face.ry * 2 < leastFacePx)
    problems.push(`the face is ${Math.round(face.ry * 2)} px high, ${leastFacePx} at least`)
  if (!mask) return problems
  const { data, info } = await sharp(mask).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
  const white = (x: number, y: number) =>
    (data[(Math.round(y) * info.width + Math.round(x)) * info.channels] ?? 0) > 200
  const spots = [
    [0, 0],
    [0.6, 0],
    [-0.6, 0],
    [0, 0.6],
    [0, -0.6],
  ]
  const angle = (face.tilt * Math.PI) / 180
  const covered = spots.filter(([across = 0, down = 0]) => {
    const dx = across * face.rx
    const dy = down * face.ry
    return !white(
      face.cx + dx * Math.cos(angle) - dy * Math.sin(angle),
      face.cy + dx * Math.sin(angle) + dy * Math.cos(angle),
    )
  })
  if (covered.length > 0) problems.push('something covers the face, or the mask leaves it out')
  const corners = [white(2, 2), white(artPx - 3, 2)].filter(Boolean)
  if (corners.length > 0) problems.push('the mask leaks into the upper corners')
  return problems
}

function boxProblems(box: FractionBox, face: FaceRegion | null, artPx: number): string[] {
  const problems: string[] = []
  const edge = 1 - safeMargin
  if (box.x < safeMargin || box.y < safeMargin || box.x + box.width > edge || box.y + box.height > edge) {
    problems.push('the text box is too near to the edge of the page')
  }
  if (!face) return problems
  const nearestX = Math.min(Math.max(face.cx, box.x * artPx), (box.x + box.width) * artPx)
  const nearestY = Math.min(Math.max(face.cy, box.y * artPx), (box.y + box.height) * artPx)
  const away = Math.hypot((nearestX - face.cx) / face.rx, (nearestY - face.cy) / face.ry)
  if (away < 1) problems.push('the text box lies over the face')
  return problems
}

/** The ink against the mean of what is printed under the text. */
async function inkContrast(
  layers: Map<string, Buffer>,
  box: FractionBox,
  ink: string,
  artPx: number,
): Promise<number> {
  const worn = [`hair ${defaultHairStyle} back`, 'character', `hair ${defaultHairStyle} front`, 'front']
  const above = worn.flatMap((name) => layers.get(name) ?? [])
  const page = await sharp(layers.get('background'))
    .composite(above.map((input) => ({ input })))
    .removeAlpha()
    .png({ compressionLevel: 0 })
    .toBuffer()
  const { channels } = await sharp(
    await sharp(page)
      .extract({
        left: Math.round(box.x * artPx),
        top: Math.round(box.y * artPx),
        width: Math.round(box.width * artPx),
        height: Math.round(box.height * artPx),
      })
      .png()
      .toBuffer(),
  ).stats()
  const [red, green, blue] = channels.map((channel) => channel.mean)
  return contrast(luminance([red ?? 0, green ?? 0, blue ?? 0]), luminance(parseHex(ink)))
}
