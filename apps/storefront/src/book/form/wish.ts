import type { Child, Hair, HairStyle } from '@foxetales/shared-schemas/child'
import type { PreviewRequest } from '@foxetales/shared-schemas/preview'
import { type Crop, wholePhoto } from '../photo/crop.ts'
import type { Photo } from '../photo/read-photo.ts'

export type HairColour = NonNullable<Hair['colour']>

/** What the parent has put into the form so far. Lives in memory alone. */
export interface Wish {
  readonly photo?: Photo | undefined
  readonly crop: Crop
  readonly name: string
  readonly pronouns?: Child['pronouns'] | undefined
  readonly skinTone?: number | undefined
  /** Absent: as in the photo. */
  readonly hairStyle?: HairStyle | undefined
  readonly hairColour?: HairColour | undefined
  readonly glasses: boolean
  readonly hearingAid: boolean
  readonly language: 'en' | 'vi'
  readonly dedication: string
  /** Where to write that the pages are ready; empty for nowhere. */
  readonly email: string
  readonly consent: boolean
}

/** The wording of the consent in `words/`; a new wording is a new version. */
const consentVersion = '2026-11-shop'

export function emptyWish(language: Wish['language']): Wish {
  return {
    crop: wholePhoto,
    name: '',
    glasses: false,
    hearingAid: false,
    language,
    dedication: '',
    email: '',
    consent: false,
  }
}

/** Vietnamese says the name where English needs a pronoun, so only English asks for one. */
export function asksPronouns(wish: Wish): boolean {
  return wish.language === 'en'
}

/** The request that goes with the photo. The wish has no faults (`findFaults`). */
export function requestOf(wish: Wish, book: string): PreviewRequest {
  if (wish.skinTone === undefined) throw new Error('a wish without a skin tone has faults')
  const dedication = wish.dedication.trim()
  const email = wish.email.trim()
  const hair: Hair = {
    ...(wish.hairStyle ? { style: wish.hairStyle } : {}),
    ...(wish.hairColour ? { colour: wish.hairColour } : {}),
  }
  return {
    book_id: book,
    child: {
      name: wish.name.trim(),
      pronouns: (asksPronouns(wish) ? wish.pronouns : undefined) ?? 'they',
      skin_tone: wish.skinTone,
      ...(Object.keys(hair).length > 0 ? { hair } : {}),
      ...(wish.glasses ? { glasses: true } : {}),
      ...(wish.hearingAid ? { hearing_aid: true } : {}),
    },
    language: wish.language,
    ...(dedication ? { dedication } : {}),
    ...(email ? { email } : {}),
    consent: { guardian: true, version: consentVersion },
  }
}
