import * as z from 'zod'
import { defaultHairStyle, hairStyle } from './child.ts'

/**
 * A book template: `books/<id>/<version>/book.json` beside its art. A released version never changes, because orders pin it.
 * Geometry is in pixels of the page's own square (`artPx`), origin top left, y down. Text boxes and safe areas are
 * fractions of the page image (bleed included), so that one number serves screen and print.
 */

export const language = z.enum(['en', 'vi'])
export type Language = z.infer<typeof language>

/** One text per language the book is written in. */
export const localised = z.record(language, z.string().min(1))
export type Localised = z.infer<typeof localised>

/** A rectangle in fractions of the page image, bleed included: 0 is the left or top edge, 1 the right or bottom. */
export const fractionBox = z.object({
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  width: z.number().positive().max(1),
  height: z.number().positive().max(1),
})
export type FractionBox = z.infer<typeof fractionBox>

/**
 * The child's face as the page's story asks. The prompt says it in words, from which sampler and draft take it; checks read
 * it here, because a face that sleeps or weeps is less like its photo than one that smiles. `happy` smiles, `laughing`
 * shows it with an open mouth, `curious` is wonder too, `tender` smiles with closed eyes, as in a hug.
 */
export const expression = z.enum([
  'calm',
  'happy',
  'laughing',
  'surprised',
  'curious',
  'determined',
  'worried',
  'sad',
  'tender',
  'asleep',
])
export type Expression = z.infer<typeof expression>

/** Where the eyes look, as seen on the page: `left` is the reader's left. */
export const gaze = z.enum(['left', 'right', 'up', 'down', 'up-left', 'up-right', 'down-left', 'down-right'])
export type Gaze = z.infer<typeof gaze>

/**
 * Where the face goes: an ellipse with centre (cx, cy) and radii (rx, ry) in pixels of the art, turned by `tilt` degrees
 * clockwise. One fact, three uses: PuLID's attention mask, the draft's face, and the check's place to look. Without an
 * `expression` the face keeps the photo's own, without a `gaze` it looks at the reader.
 */
export const faceRegion = z.object({
  cx: z.number().positive(),
  cy: z.number().positive(),
  rx: z.number().positive(),
  ry: z.number().positive(),
  tilt: z.number().min(-180).max(180),
  expression: expression.optional(),
  gaze: gaze.optional(),
})
export type FaceRegion = z.infer<typeof faceRegion>

export const hexColour = z.string().regex(/^#[0-9a-f]{6}$/)
const artFile = z.object({
  file: z.string().regex(/^[a-z0-9_/-]+\.webp$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type ArtFile = z.infer<typeof artFile>

/** A head of hair: `back` lies behind the body, `front` (fringe, or all of it when seen from behind) over the face. */
export const hairArt = z.object({ back: artFile.optional(), front: artFile.optional() })
export type HairArt = z.infer<typeof hairArt>

/**
 * The layers of one page, back to front: `background` (opaque), the hair's `back`, `character` (the body with a bald head
 * and a blank face), the face that is painted, the hair's `front`, what the child wears on the face, `front`.
 * `personMask` is grey, white where that body is seen; hair adds itself to it. `parts` labels the character's pixels (red:
 * skin, blue: clothes) so that skin follows the child. Hair layers are hair all over, except a headscarf, which keeps its
 * own colours.
 */
export const pageArt = z.object({
  background: artFile,
  character: artFile,
  personMask: artFile,
  parts: artFile,
  hair: z.partialRecord(hairStyle, hairArt),
  glasses: artFile.optional(),
  hearingAid: artFile.optional(),
  front: artFile.optional(),
})
export type PageArt = z.infer<typeof pageArt>

/** The light on a page: a colour multiplied onto figures, and a lamp's warm halo (art pixels) screened onto them. */
export const pageLight = z.object({
  grade: z.object({ colour: hexColour, opacity: z.number().min(0).max(1) }).optional(),
  lamp: z
    .object({
      x: z.number(),
      y: z.number(),
      radius: z.number().positive(),
      colour: hexColour,
      opacity: z.number().min(0).max(1),
    })
    .optional(),
})
export type PageLight = z.infer<typeof pageLight>

const illustration = z.object({
  /** What the picture shows, for the sampler's prompt; never contains anything about a real child. */
  prompt: z.string().min(10).max(600),
  /** null on the few pages that show the child from behind or from afar. */
  face: faceRegion.nullable(),
  light: pageLight,
  art: pageArt,
})

export const storyPage = illustration.extend({
  /** 1-based number within the story. */
  number: z.int().min(1).max(99),
  /** Story text with placeholders `{name}`, `{they}`, `{them}`, `{their}`, `{They}` … filled per child. */
  text: localised,
  textBox: fractionBox,
  /** Colour of the set text: dark ink on light paper, or cream on night. */
  ink: hexColour,
})
export type StoryPage = z.infer<typeof storyPage>

export const bookTemplate = z
  .object({
    id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
    version: z.string().regex(/^v[1-9][0-9]*$/),
    title: localised,
    blurb: localised,
    languages: z.array(language).min(1),
    ageYears: z.object({ from: z.int().min(0), to: z.int().max(18) }),
    /** Width and height of every layer, in pixels. */
    artPx: z.int().min(1024),
    /** Art is painted with these; a child's own colours replace them through `parts`. */
    characterColours: z.object({ skin: hexColour, hair: hexColour }),
    /** Which three story pages the parent sees before paying. */
    previewPages: z.tuple([z.int(), z.int(), z.int()]),
    pages: z.array(storyPage).min(1),
    cover: illustration.extend({ titleBox: fractionBox, ink: hexColour }),
    price: z.object({ currency: z.string().length(3), amountMinor: z.int().positive() }),
  })
  .refine((book) => book.pages.every((page, index) => page.number === index + 1), {
    message: 'pages are numbered 1, 2, 3 … in order',
  })
  .refine(
    (book) =>
      [...book.pages, book.cover].every(({ face, art }) => face === null || art.hair[defaultHairStyle]),
    { message: `every illustration that shows the face has at least the hair style '${defaultHairStyle}'` },
  )
  .refine((book) => book.previewPages.every((number) => number <= book.pages.length), {
    message: 'a preview page that the book does not have',
  })
  .refine(
    (book) =>
      book.languages.every((code) =>
        [book.title, book.blurb, ...book.pages.map((page) => page.text)].every((text) => text[code]),
      ),
    { message: 'every text is written in every language of the book' },
  )
export type BookTemplate = z.infer<typeof bookTemplate>
