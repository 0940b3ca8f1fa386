/** `1 234.50 EUR` in the reader's own writing. `minor`: cents. */
export function money(minor: number, currency: string): string {
  return new Intl.NumberFormat(undefined, { style: 'currency', currency }).format(minor / 100)
}

const dateAndTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
const timeOnly = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' })
const dayAndTime = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
})

export const fullTime = (iso: string) => dateAndTime.format(new Date(iso))
export const clock = (at: number) => timeOnly.format(at)
export const dayTime = (iso: string) => dayAndTime.format(new Date(iso))

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** `just now`, `12 min ago`, `3 h ago`, then the day. `now` in unix ms. */
export function age(iso: string, now: number): string {
  const since = now - Date.parse(iso)
  if (since < minuteMs) return 'just now'
  if (since < hourMs) return `${Math.floor(since / minuteMs)} min ago`
  if (since < dayMs) return `${Math.floor(since / hourMs)} h ago`
  return dayTime(iso)
}

const regions = new Intl.DisplayNames(undefined, { type: 'region' })
const languages = new Intl.DisplayNames(undefined, { type: 'language' })
export const countryName = (code: string) => regions.of(code) ?? code
export const languageName = (code: string) => languages.of(code) ?? code
