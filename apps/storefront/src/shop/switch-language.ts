/**
 * The other language is a page of its own, and its link works as any link. Where a book is already begun, following it
 * would lose the photo, so the words are exchanged in place: every `data-part` by the one of the same name over there.
 * @param changed called when the page speaks the other language
 */
export function switchLanguages(changed: () => Promise<void>): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest<HTMLAnchorElement>('a[data-language]')
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey
    if (!link || !isPlain) return
    event.preventDefault()
    exchange(link.href)
      .then(changed)
      .catch(() => location.assign(link.href))
  })
  window.addEventListener('popstate', () => location.reload())
}

async function exchange(address: string): Promise<void> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`the page in the other language cannot be read (${answer.status})`)
  const other = new DOMParser().parseFromString(await answer.text(), 'text/html')
  for (const part of document.querySelectorAll<HTMLElement>('[data-part]')) {
    const twin = other.querySelector(`[data-part="${part.dataset['part']}"]`)
    if (twin) part.replaceWith(document.importNode(twin, true))
  }
  const { lang } = other.documentElement
  document.documentElement.lang = lang
  document.title = other.title
  const make = document.getElementById('make')
  make?.setAttribute('aria-label', other.getElementById('make')?.getAttribute('aria-label') ?? '')
  document.querySelector('foxetales-book')?.setAttribute('lang', lang)
  history.pushState(null, '', address)
  document.querySelector<HTMLElement>('a[data-language]')?.focus()
}
