import type { BookTemplate, Language } from '@foxetales/shared-schemas/book'
import type { CoverSheet, PrintBox } from '@foxetales/shared-schemas/print-format'
import { fillText, type Pronouns } from './fill-text.ts'
import type { OpenFaces } from './open-face.ts'
import { boxInPoints } from './page-geometry.ts'
import { type PageBox, type PlacedText, placeText } from './place-text.ts'
import { checkLanguage } from './plan-interior.ts'

/** Ink on the cloth-coloured back. */
export const backInk = '#fdf3dc'

export interface CoverWords {
  readonly template: BookTemplate
  readonly childName: string
  readonly pronouns: Pronouns
  readonly language: Language
}

/** Share of the back's safe height, from above, at which the blurb begins; the ornament stands above it. */
const blurbFrom = 0.36
const blurbHeight = 0.34
const blurbInsetPt = 36

/** The words of a cover, filled for the child. Throws BookTextError. */
export function coverTexts({ template, language, ...words }: CoverWords) {
  const child = { name: words.childName.normalize('NFC'), pronouns: words.pronouns }
  const text = (field: 'title' | 'blurb') => fillText(template[field][language], child, field)
  return { title: text('title'), blurb: text('blurb'), house: 'Foxetales' }
}

/** Title, blurb and the house's name, laid out on the wrap sheet. Throws BookTextError. */
export function placeCoverText(faces: OpenFaces, words: CoverWords, sheet: CoverSheet): PlacedText[] {
  const { template, language } = words
  const childName = words.childName.normalize('NFC')
  checkLanguage(template, language)
  const texts = coverTexts(words)
  const centred = { keepTogether: childName, language, align: 'centre', vertical: 'middle' } as const
  const { safeBack } = sheet
  return [
    placeText(faces, {
      ...centred,
      field: 'title',
      text: texts.title,
      face: 'display',
      ink: template.cover.ink,
      box: titleBox(template, sheet),
      sizes: { preferred: 56, smallest: 14 },
      lineHeight: 1.14,
    }),
    placeText(faces, {
      ...centred,
      field: 'blurb',
      text: texts.blurb,
      vertical: 'top',
      face: 'body',
      ink: backInk,
      box: {
        left: safeBack.x + blurbInsetPt,
        top: safeBack.y + safeBack.height * (1 - blurbFrom),
        width: safeBack.width - 2 * blurbInsetPt,
        height: safeBack.height * blurbHeight,
      },
      sizes: { preferred: 18, smallest: 11 },
      lineHeight: 1.45,
    }),
    placeText(faces, {
      field: 'house',
      language,
      text: texts.house,
      face: 'display',
      ink: backInk,
      box: { left: safeBack.x, top: safeBack.y + 24, width: 160, height: 24 },
      sizes: { preferred: 14, smallest: 14 },
      lineHeight: 1,
      align: 'left',
      vertical: 'middle',
    }),
  ]
}

/** The template's title box, where it lies on the part of the front that no fold and no blade can reach. */
function titleBox(template: BookTemplate, sheet: CoverSheet): PageBox {
  const asked = boxInPoints(template.cover.titleBox, sheet.heightPt, frontImageLeft(sheet))
  const safe: PrintBox = sheet.safeFront
  const left = Math.max(asked.left, safe.x)
  const right = Math.min(asked.left + asked.width, safe.x + safe.width)
  const top = Math.min(asked.top, safe.y + safe.height)
  const bottom = Math.max(asked.top - asked.height, safe.y)
  return { left, top, width: right - left, height: top - bottom }
}

/** The front's picture is a square as high as the sheet; what is wider than the front lies behind the spine's cloth. */
export function frontImageLeft(sheet: CoverSheet): number {
  return sheet.widthPt - sheet.heightPt
}
