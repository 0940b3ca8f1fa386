import type { Page } from 'playwright-core'

/** What is in the browser's stores: names alone. */
export async function storedIn(page: Page): Promise<{ session: string[]; local: string[] }> {
  return page.evaluate(() => ({ session: Object.keys(sessionStorage), local: Object.keys(localStorage) }))
}

/** The words of the open pages, as a screen reader finds them. */
export async function readAloud(page: Page): Promise<string> {
  const texts = await page.locator('figure.open p.unseen').allInnerTexts()
  return texts.join(' ')
}

/** Which control has the keyboard, through shadow trees. */
export function focusedId(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    let focused = document.activeElement
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
    return focused?.id
  })
}

/** The page's own clock, in ms. */
export function clockOf(page: Page): Promise<number> {
  return page.evaluate(() => performance.now())
}

/**
 * How far things moved by themselves since that time on the page's clock (the sum of the Layout Instability API's values,
 * https://wicg.github.io/layout-instability): 0 is right.
 */
export function layoutShift(page: Page, since: number): Promise<number> {
  return page.evaluate(
    (from) =>
      new Promise<number>((resolve) => {
        const watch = new PerformanceObserver((list) => {
          watch.disconnect()
          // The DOM's types do not know this entry yet.
          const shifts = list.getEntries() as (PerformanceEntry & { value: number })[]
          resolve(shifts.reduce((sum, shift) => sum + (shift.startTime > from ? shift.value : 0), 0))
        })
        watch.observe({ type: 'layout-shift', buffered: true })
        // Nothing is told where nothing moved.
        setTimeout(() => resolve(0), 500)
      }),
    since,
  )
}
