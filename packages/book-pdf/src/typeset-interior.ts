import type { TypesetPage, TypesetText } from '@foxetales/shared-schemas/typeset'
import { placeInteriorText } from './interior-text.ts'
import type { OpenFaces } from './open-face.ts'
import { pagePt } from './page-geometry.ts'
import { interiorPaper } from './paper.ts'
import type { PlacedText } from './place-text.ts'
import type { InteriorPlan, TextPage } from './plan-interior.ts'
import { type TextGround, textGround } from './text-ground.ts'

/** The pages of a book as a screen shows them: the same lines at the same places as in the PDF. */
export interface TypesetInterior {
  readonly front: readonly TypesetPage[]
  /** By the story page's number. */
  readonly story: ReadonlyMap<number, TypesetText>
}

/** Sets the title page, the dedication and the story pages named. Throws BookTextError as printing would. */
export function typesetInterior(
  faces: OpenFaces,
  plan: InteriorPlan,
  storyPages: readonly number[],
): TypesetInterior {
  const front: TypesetPage[] = []
  const story = new Map<number, TypesetText>()
  for (const page of plan.pages) {
    if (page.kind === 'picture') {
      if (!storyPages.includes(page.story)) continue
      for (const placed of placeInteriorText(faces, plan, page)) story.set(page.story, onPage(faces, placed))
    } else if (isShown(page)) {
      const texts = placeInteriorText(faces, plan, page).map((placed) => onPage(faces, placed))
      front.push({ role: page.role, paper: interiorPaper, texts })
    }
  }
  return { front, story }
}

function isShown(page: TextPage): page is TextPage & { readonly role: TypesetPage['role'] } {
  return page.role === 'title' || page.role === 'dedication'
}

/** From points up from the lower left corner to fractions down from the upper left. */
function onPage(faces: OpenFaces, placed: PlacedText): TypesetText {
  const { face, ink, left, top, layout } = placed
  const card = textGround(faces, placed)
  return {
    family: faces.family,
    ...(card ? { ground: cardOnPage(card) } : {}),
    face,
    ink,
    size: layout.sizePt / pagePt,
    lines: layout.lines.map((line) => ({
      text: line.text,
      x: (left + line.x) / pagePt,
      y: (pagePt - top + line.y) / pagePt,
    })),
  }
}

function cardOnPage({ colour, box, radiusPt }: TextGround): NonNullable<TypesetText['ground']> {
  return {
    colour,
    x: box.left / pagePt,
    y: (pagePt - box.top) / pagePt,
    width: box.width / pagePt,
    height: box.height / pagePt,
    radius: radiusPt / pagePt,
  }
}
