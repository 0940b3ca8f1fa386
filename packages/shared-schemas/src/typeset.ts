import * as z from 'zod'
import { hexColour } from './book.ts'

/** The families a book may be set in: one for nearly all, one with the letters that the first lacks. */
export const typeFamily = z.enum(['literata', 'noto-serif'])
export type TypeFamily = z.infer<typeof typeFamily>

/**
 * Text as the book will print it. Lines are broken in one place, by the layout that makes the PDF; whoever shows a page
 * only draws them. Every length is a fraction of the page's side (bleed included), y down.
 */
export const typesetText = z.object({
  family: typeFamily,
  /** `body`: weight 400, `display`: 600. */
  face: z.enum(['body', 'display']),
  ink: hexColour,
  size: z.number().positive(),
  /** A card under the words, where the picture is too lively to read on. */
  ground: z
    .object({
      colour: hexColour,
      x: z.number(),
      y: z.number(),
      width: z.number().positive(),
      height: z.number().positive(),
      radius: z.number().nonnegative(),
    })
    .optional(),
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
