import type { DeskPage, DeskPageVersion } from '@foxetales/shared-schemas/desk'

/** The picture that will be printed, as things stand. */
export function currentVersion(page: DeskPage): DeskPageVersion | undefined {
  return page.versions.find((version) => version.current)
}

/** A face was looked for where the book has one, and none was found: the first thing a person should look at. */
export function lacksFace(page: DeskPage): boolean {
  return currentVersion(page)?.scores['face_found'] === 0
}

/** A score in words, for people who have not read the code that makes it. */
export function scoreWords(name: string, value: number): { words: string; tone: 'good' | 'bad' | 'quiet' } {
  if (name === 'face_found') {
    return value === 0 ? { words: 'No face found', tone: 'bad' } : { words: 'Face found', tone: 'good' }
  }
  return { words: `${name.replaceAll('_', ' ')} ${Number(value.toFixed(2))}`, tone: 'quiet' }
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
