import type { FaceRegion, FractionBox, PageArt } from '@foxetales/shared-schemas/book'

/** What an author has to mend before a template can be sold, and where: `page 7`, `cover`, `book`. */
export interface Problem {
  readonly where: string
  readonly what: string
}

/** An illustration as the checks see it: a story page or the cover. */
export interface CheckedPage {
  readonly where: string
  readonly box: FractionBox
  readonly ink: string
  readonly face: FaceRegion | null
  readonly art: PageArt
}
