import type { FaceRegion, FractionBox } from '@foxetales/shared-schemas/book'
import { defaultHairStyle } from '@foxetales/shared-schemas/child'
import sharp from 'sharp'
import { contrast, luminance, parseHex } from '../colour.ts'
import { type Coverage, coverageOfBox } from './coverage.ts'
import type { CheckedPage } from './problem.ts'

/** Text keeps this far from the page image's edge: 0.125 in of bleed and 0.5 in of safety of 8.75 in. */
const safeMargin = 0.0743
/** WCAG 2.2, 1.4.3. */
const leastContrast = 4.5
/** As much of a text box as hair or body may touch, for the soft edge of a curl. */
const mostCovered = 0.006

/** The text box: inside the safe area, clear of face, hair and body, readable on its ground. */
export async function textProblems(
  page: CheckedPage,
  artPx: number,
  layers: ReadonlyMap<string, Buffer>,
  coverages: ReadonlyMap<string, Coverage>,
): Promise<string[]> {
  const problems = [...edgeProblems(page.box), ...overFace(page.box, page.face, artPx)]
  for (const [name, coverage] of coverages) {
    if (name === 'front') continue
    const share = coverageOfBox(coverage, page.box, coverages.get('front'))
    if (share > mostCovered) {
      const whom = name === 'character' ? 'the child' : `the child's hair (${name})`
      problems.push(`the text box lies over ${whom}: move the box, or the child`)
    }
  }
  if (layers.has('background')) {
    const ratio = await inkContrast(layers, page.box, page.ink, artPx)
    if (ratio < leastContrast) {
      problems.push(
        `the text's contrast is ${ratio.toFixed(1)}, ${leastContrast} at least: calm the ground or change the ink`,
      )
    }
  }
  return problems
}

function edgeProblems(box: FractionBox): string[] {
  const edge = 1 - safeMargin
  const inside =
    box.x >= safeMargin && box.y >= safeMargin && box.x + box.width <= edge && box.y + box.height <= edge
  return inside
    ? []
    : [
        `the text box is too near to the edge of the page: keep it between ${safeMargin} and ${edge.toFixed(4)}`,
      ]
}

function overFace(box: FractionBox, face: FaceRegion | null, artPx: number): string[] {
  if (!face) return []
  const nearestX = Math.min(Math.max(face.cx, box.x * artPx), (box.x + box.width) * artPx)
  const nearestY = Math.min(Math.max(face.cy, box.y * artPx), (box.y + box.height) * artPx)
  const away = Math.hypot((nearestX - face.cx) / face.rx, (nearestY - face.cy) / face.ry)
  return away < 1 ? ['the text box lies over the face'] : []
}

/** The ink against the mean of what is printed under the text. */
async function inkContrast(
  layers: ReadonlyMap<string, Buffer>,
  box: FractionBox,
  ink: string,
  artPx: number,
): Promise<number> {
  const under = [
    'background',
    `hair ${defaultHairStyle} back`,
    'character',
    `hair ${defaultHairStyle} front`,
    'front',
  ]
  const region = {
    left: Math.round(box.x * artPx),
    top: Math.round(box.y * artPx),
    width: Math.round(box.width * artPx),
    height: Math.round(box.height * artPx),
  }
  const [ground, ...above] = await Promise.all(
    under
      .flatMap((name) => layers.get(name) ?? [])
      .map((layer) => sharp(layer).extract(region).png({ compressionLevel: 0 }).toBuffer()),
  )
  // Statistics are of the image as read, so the whole has to be an image of its own first.
  const underText = await sharp(ground)
    .composite(above.map((input) => ({ input })))
    .removeAlpha()
    .png({ compressionLevel: 0 })
    .toBuffer()
  const { channels } = await sharp(underText).stats()
  const [red, green, blue] = channels.map((channel) => channel.mean)
  return contrast(luminance([red ?? 0, green ?? 0, blue ?? 0]), luminance(parseHex(ink)))
}
