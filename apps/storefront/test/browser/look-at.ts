import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Rules of accessibility that the page breaks, each with where; a picture of its state is written to `picture`. */
export async function lookAt(page: Page, picture: string): Promise<string[]> {
  await page.evaluate(() =>
    Promise.all(
      [...document.images].filter((image) => image.loading !== 'lazy').map((image) => image.decode()),
    ),
  )
  await page.screenshot({ path: picture, quality: 70 })
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
