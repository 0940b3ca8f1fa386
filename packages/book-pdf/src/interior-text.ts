import type { OpenFaces } from './open-face.ts'
import { boxInPoints, pagePt } from './page-geometry.ts'
import { type FaceName, type PlacedText, placeText } from './place-text.ts'
import type { InteriorPage, InteriorPlan, PicturePage, TextPage, TextRole } from './plan-interior.ts'

/** Ink of the pages without a picture. */
export const frontMatterInk = '#4a3b31'

const storySizes = { preferred: 23, smallest: 12 }
const storyLineHeight = 1.36
const frontMatterLineHeight = 1.3
/** From a page's edge to its front matter: bleed, half an inch of safety, and air. */
const marginPt = 95

interface ParagraphStyle {
  readonly face: FaceName
  readonly sizePt: number
  readonly smallestPt: number
  readonly heightPt: number
}

interface TextStack {
  /** Upper edge of the first paragraph. */
  readonly topPt: number
  readonly gapPt: number
  readonly first: ParagraphStyle
  readonly others: ParagraphStyle
}

const smallPrint: ParagraphStyle = { face: 'body', sizePt: 10, smallestPt: 9, heightPt: 40 }
const subtitle: ParagraphStyle = { face: 'body', sizePt: 14, smallestPt: 9, heightPt: 44 }
const footStack: TextStack = { topPt: 150, gapPt: 2, first: smallPrint, others: smallPrint }

const stacks: Record<TextRole, TextStack> = {
  title: {
    topPt: 360,
    gapPt: 14,
    first: { face: 'display', sizePt: 38, smallestPt: 14, heightPt: 190 },
    others: subtitle,
  },
  copyright: footStack,
  dedication: {
    topPt: 332,
    gapPt: 14,
    first: { face: 'body', sizePt: 20, smallestPt: 12, heightPt: 200 },
    others: subtitle,
  },
  end: {
    topPt: 335,
    gapPt: 10,
    first: { face: 'display', sizePt: 40, smallestPt: 20, heightPt: 70 },
    others: subtitle,
  },
  colophon: footStack,
  blank: footStack,
}

/** Every text of a page, laid out. Throws BookTextError for what does not fit or has no glyph. */
export function placeInteriorText(faces: OpenFaces, plan: InteriorPlan, page: InteriorPage): PlacedText[] {
  if (page.kind === 'picture') return [placeStory(faces, plan, page)]
  return placeStack(faces, plan, page)
}

function placeStory(faces: OpenFaces, plan: InteriorPlan, page: PicturePage): PlacedText {
  return placeText(faces, {
    field: `page ${page.story}`,
    text: page.text,
    keepTogether: plan.childName,
    language: plan.language,
    face: 'body',
    ink: page.ink,
    ...(page.ground ? { ground: page.ground } : {}),
    box: boxInPoints(page.textBox, pagePt),
    sizes: storySizes,
    lineHeight: storyLineHeight,
    align: 'centre',
    vertical: 'middle',
  })
}

/** Paragraphs below each other, each as high as it turns out to be. */
function placeStack(faces: OpenFaces, plan: InteriorPlan, page: TextPage): PlacedText[] {
  const stack = stacks[page.role]
  const placed: PlacedText[] = []
  let top = stack.topPt
  for (const [index, text] of page.paragraphs.entries()) {
    const style = index === 0 ? stack.first : stack.others
    const paragraph = placeText(faces, {
      field: page.role,
      text,
      keepTogether: plan.childName,
      language: plan.language,
      face: style.face,
      ink: frontMatterInk,
      box: { left: marginPt, top, width: pagePt - 2 * marginPt, height: style.heightPt },
      sizes: {
        preferred: style.sizePt,
        smallest: style.smallestPt,
      },
      lineHeight: frontMatterLineHeight,
      align: 'centre',
      vertical: 'top',
    })
    placed.push(paragraph)
    top -= paragraph.layout.heightPt + stack.gapPt
  }
  return placed
}
