import { checkGlyphs } from './check-glyphs.ts'
import { layOutText, type TextBlock, type TextLayout } from './lay-out-text.ts'
import type { OpenFaces } from './open-face.ts'

/** A box in points from the page's lower left corner; `top` is its upper edge. */
export interface PageBox {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export type FaceName = 'body' | 'display'

/** Text whose lines and size are settled, with the upper left corner of its box on the page. */
export interface PlacedText {
  readonly face: FaceName
  readonly ink: string
  readonly left: number
  readonly top: number
  readonly layout: TextLayout
  /** Colour of the card under the words, where the picture is too lively for them. */
  readonly ground?: string
}

export interface TextRequest extends Omit<TextBlock, 'metrics' | 'boxPt'> {
  readonly face: FaceName
  readonly ink: string
  readonly box: PageBox
  readonly ground?: string
}

/** Checks that every glyph exists, and lays the text out in its box. Throws BookTextError for either. */
export function placeText(faces: OpenFaces, request: TextRequest): PlacedText {
  const { face, ink, box, ground, ...block } = request
  const { metrics, hasGlyph } = faces[face]
  checkGlyphs(block.field, block.text, hasGlyph)
  const layout = layOutText({ ...block, metrics, boxPt: { width: box.width, height: box.height } })
  return { face, ink, left: box.left, top: box.top, layout, ...(ground ? { ground } : {}) }
}
