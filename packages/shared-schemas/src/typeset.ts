import * as z from 'zod'
import { hexColour } from './book.ts'

/**
 * Text as the book will print it. Lines are broken in one place, by the layout that makes the PDF; whoever shows a page
 * only draws them. Every length is a fraction of the page's side (bleed included), y down.
 */
export const typesetText = z.object({
  /** `body`: Literata 400, `display`: Literata 600. */
  face: z.enum(['body', 'display']),
  ink: hexColour,
  size: z.number().positive(),
  /** Left end of each line's baseline. */
  lines: z.array(z.object({ text: z.string(), x: z.number(), y: z.number() })),
})
export type TypesetText = z.infer<typeof typesetText>

/** A page of text alone, on tinted paper. */
export const typesetPage = z.object({
  role: z.enum(['title', 'dedication']),
  paper: hexColour,
  texts: z.array(typesetText),
})
export type TypesetPage = z.infer<typeof typesetPage>
