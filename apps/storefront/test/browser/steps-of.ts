import type { Visit } from './open-browser.ts'

/** Numbers the steps of a walk, and looks at each: what axe finds, what is wider than the screen, and a picture. */
export function stepsOf(shop: Visit, prefix = '') {
  let steps = 0
  const picture = (step: string) => {
    steps += 1
    return shop.picture(`${prefix}${String(steps).padStart(2, '0')}-${step}`)
  }
  return {
    picture,
    /** What is wrong with the page as it is now; empty is right. */
    async faults(step: string): Promise<string[]> {
      const barriers = await shop.barriers()
      const beyond = await shop.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      await picture(step)
      const faults = beyond > 0 ? [...barriers, `${beyond} px wider than the screen`] : barriers
      return faults.map((fault) => `${step}: ${fault}`)
    },
  }
}
