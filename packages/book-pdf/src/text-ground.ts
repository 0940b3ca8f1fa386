import type { OpenFaces } from './open-face.ts'
import type { PageBox, PlacedText } from './place-text.ts'

/** A card under words: its colour, its place in points and the radius of its corners. */
export interface TextGround {
  readonly colour: string
  readonly box: PageBox
  readonly radiusPt: number
}

/** Air between the words and the card's edge, as shares of the size. */
const airBeside = 0.8
const airAbove = 0.35

/** The card that a text asks for: as large as its lines and some air, and not as its box. */
export function textGround(faces: OpenFaces, placed: PlacedText): TextGround | undefined {
  const { ground, layout, left, top, face } = placed
  const lines = layout.lines.filter((line) => line.text !== '')
  const [first] = lines
  const last = lines.at(-1)
  if (ground === undefined || !first || !last) return undefined
  const { metrics } = faces[face]
  const { sizePt } = layout
  const from = Math.min(...lines.map((line) => line.x)) - airBeside * sizePt
  const to =
    Math.max(...lines.map((line) => line.x + metrics.widthOf(line.text, sizePt))) + airBeside * sizePt
  const above = first.y - (metrics.ascent + airAbove) * sizePt
  const below = last.y + (metrics.descent + airAbove) * sizePt
  const box = { left: left + from, top: top - above, width: to - from, height: below - above }
  return { colour: ground, box, radiusPt: sizePt * 0.7 }
}
