import * as z from 'zod'

/** Control characters, line breaks, directional overrides and unassigned code points do not belong in a printed name. */
const unprintable = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/u

/** A name as it will be printed: 1–40 characters (grapheme clusters), at least one letter, surrounding space trimmed. */
export const childName = z
  .string()
  .trim()
  .max(200, 'The name is too long: 40 characters at most.')
  .refine((name) => name.length > 0, 'Please tell us the name.')
  .refine((name) => graphemes(name) <= 40, 'The name is too long: 40 characters at most.')
  .refine((name) => !unprintable.test(name), 'The name has characters that cannot be printed.')
  .refine((name) => /\p{L}/u.test(name), 'The name needs at least one letter.')
  .transform((name) => name.normalize('NFC'))

function graphemes(text: string): number {
  return [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].length
}

/** Monk skin tone, 1 (lightest) to 10 (deepest): https://skintone.google */
export const skinTone = z.int().min(1).max(10)

/** Heads of hair that a book draws; `headscarf` is a hijab, which covers the hair. */
export const hairStyle = z.enum(['tousled', 'bob', 'curls', 'coils', 'locs', 'bun', 'long', 'headscarf'])
export type HairStyle = z.infer<typeof hairStyle>
/** The one that every illustration of every book has. */
export const defaultHairStyle = 'tousled' satisfies HairStyle

/** All optional: what the parent does not choose is taken from the photo. `style` decides over `length` and `texture`. */
export const hair = z.strictObject({
  colour: z.enum(['black', 'dark-brown', 'brown', 'light-brown', 'blonde', 'red', 'grey']).optional(),
  style: hairStyle.optional(),
  length: z.enum(['short', 'medium', 'long']).optional(),
  texture: z.enum(['straight', 'wavy', 'curly', 'coily']).optional(),
})
export type Hair = z.infer<typeof hair>

/** What a photo tells of the hair. */
const measuredHair = z.object({
  /** `#rrggbb`, as the hair looks in even light. */
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  length: z.enum(['short', 'long']),
})
export type MeasuredHair = z.infer<typeof measuredHair>

/** What a photo tells of the child's looks. A measured value serves wherever the parent chose nothing. */
export const measuredLook = z.object({
  /** Absent where no hair is seen. */
  hair: measuredHair.optional(),
  glasses: z.boolean(),
})
export type MeasuredLook = z.infer<typeof measuredLook>

export const heritage = z.enum([
  'african',
  'east-asian',
  'european',
  'latin-american',
  'middle-eastern',
  'pacific-islander',
  'south-asian',
  'southeast-asian',
  'mixed',
])

/** The child as the parent describes them. Only fixed choices reach a prompt; the name is for the printed text alone. */
export const child = z.strictObject({
  name: childName,
  pronouns: z.enum(['she', 'he', 'they']),
  skin_tone: skinTone,
  hair: hair.optional(),
  glasses: z.boolean().optional(),
  hearing_aid: z.boolean().optional(),
  age: z.int().min(1).max(12).optional(),
  heritage: heritage.optional(),
})
export type Child = z.infer<typeof child>

/** What the picture engine may know of the child: everything but the name. */
export const childLook = child.omit({ name: true, pronouns: true })
export type ChildLook = z.infer<typeof childLook>
