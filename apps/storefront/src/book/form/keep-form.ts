import { encodePhoto } from '../photo/draw-photo.ts'
import type { PhotoFault } from '../photo/read-photo.ts'
import type { Problem } from '../walk/book-state.ts'
import type { Submission } from '../walk/open-walk.ts'
import type { Words } from '../words/english.ts'
import { problemWords } from '../words/words-for.ts'
import { type Faults, type Field, faultsOf, findFaults } from './find-faults.ts'
import { emptyWish, requestOf, type Wish } from './wish.ts'

/** The form's memory: what was entered, and what has to be looked at again. Nothing of it is ever stored. */
export interface KeptForm {
  wish(): Wish
  faults(): Faults
  change(part: Partial<Wish>): void
  /** A file was chosen that cannot be the photo. */
  refusePhoto(words: Words, fault: PhotoFault): void
  /** What the server said against it. */
  refuse(words: Words, problem: Problem): void
  /** Photo and request, or undefined when fields have to be looked at again. The same wish gives the same submission. */
  prepare(words: Words, book: string): Promise<Submission | undefined>
  forgetPhoto(): void
  forget(): void
}

/** A part of the wish that goes by another name in the form. */
const fieldOf: Partial<Record<string, Field>> = { skinTone: 'skin' }

export function keepForm(language: Wish['language'], changed: () => void): KeptForm {
  let wish = emptyWish(language)
  let faults: Faults = {}
  let prepared: { readonly wish: Wish; readonly submission: Submission } | undefined

  function set(nextWish: Wish, nextFaults: Faults): void {
    wish = nextWish
    faults = nextFaults
    changed()
  }

  return {
    wish: () => wish,
    faults: () => faults,
    change(part) {
      const touched = Object.keys(part).map((key) => fieldOf[key] ?? key)
      // What was put right is no longer marked.
      const left = Object.entries(faults).filter(([field]) => !touched.includes(field))
      if ('photo' in part && part.photo !== wish.photo) wish.photo?.bitmap.close()
      set({ ...wish, ...part }, Object.fromEntries(left))
    },
    refusePhoto: (words, fault) => set(wish, { ...faults, photo: problemWords(words, fault) }),
    refuse: (words, problem) => set(wish, faultsOf(words, problem)),
    async prepare(words, book) {
      set(wish, findFaults(words, wish))
      if (!wish.photo || Object.keys(faults).length > 0) return undefined
      if (prepared?.wish !== wish) {
        const asked = wish
        const photo = await encodePhoto(wish.photo, wish.crop)
        prepared = { wish: asked, submission: { photo, request: requestOf(asked, book) } }
      }
      return prepared.submission
    },
    forgetPhoto() {
      wish.photo?.bitmap.close()
      set({ ...wish, photo: undefined }, {})
    },
    forget() {
      wish.photo?.bitmap.close()
      prepared = undefined
      set(emptyWish(wish.language), {})
    },
  }
}
