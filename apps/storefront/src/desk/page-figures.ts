import type { DeskPage, DeskPageVersion } from '@foxetales/shared-schemas/desk'
import type { PageCheck } from '@foxetales/shared-schemas/unit'

/** The picture that will be printed, as things stand. */
export function currentVersion(page: DeskPage): DeskPageVersion | undefined {
  return page.versions.find((version) => version.current)
}

/** What each check is called, and what it means that it was missed. */
const checkWords: Readonly<Record<PageCheck, { readonly name: string; readonly missed: string }>> = {
  face_place: { name: 'place of the face', missed: 'No face where it should be' },
  likeness: { name: 'likeness', missed: 'Not like the child' },
  tone: { name: 'skin tone off by', missed: 'Another skin tone' },
  halo: { name: 'rim', missed: 'A rim around the child' },
  sharpness: { name: 'sharpness', missed: 'Blurred' },
  safety: { name: 'safety', missed: 'Perhaps unsafe' },
}

/** Why the picture that will be printed should be looked at first; empty where every check was passed. */
export function doubts(page: DeskPage): string[] {
  return (currentVersion(page)?.failed_checks ?? []).map((check) => checkWords[check].missed)
}

/** A score in words, for people who have not read the code that makes it. */
export function scoreWords(
  name: string,
  value: number,
  failed: readonly PageCheck[] = [],
): { words: string; tone: 'bad' | 'quiet' } {
  const figure = Number(value.toFixed(2))
  if (!isCheck(name)) return { words: `${name.replaceAll('_', ' ')} ${figure}`, tone: 'quiet' }
  const { name: words, missed } = checkWords[name]
  if (failed.includes(name)) return { words: `${missed} (${words} ${figure})`, tone: 'bad' }
  return { words: `${words} ${figure}`, tone: 'quiet' }
}

function isCheck(name: string): name is PageCheck {
  return name in checkWords
}

/** What was looked at: slot → sha256 of the picture that will be printed. The server refuses an approval of another. */
export function seenPages(pages: readonly DeskPage[]): Record<string, string> {
  return Object.fromEntries(
    pages.flatMap((page) => {
      const version = currentVersion(page)
      return version ? [[page.slot, version.sha256]] : []
    }),
  )
}
