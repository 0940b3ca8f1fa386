import type { Page } from 'playwright-core'
import { samplePhoto } from './open-company.ts'

export interface Entry {
  readonly name: string
  readonly skinTone: number
  readonly pronoun?: 'she' | 'he' | 'they'
  readonly dedication?: string
  readonly email?: string
  readonly photo?: string
}

/** Fills the form as a parent would. */
export async function fillForm(page: Page, entry: Entry): Promise<void> {
  await page.locator('#photo-file').setInputFiles(entry.photo ?? samplePhoto)
  await page.locator('canvas.frame').waitFor()
  await page.locator('#name').fill(entry.name)
  await page.locator(`#skin-${entry.skinTone}`).check()
  if (entry.pronoun) await page.locator(`#pronouns-${entry.pronoun}`).check()
  if (entry.dedication) await page.locator('#dedication').fill(entry.dedication)
  if (entry.email) await page.locator('#email').fill(entry.email)
  await page.locator('#consent').check()
}

export async function showBook(page: Page): Promise<void> {
  await page.locator('button[type=submit]').click()
}

/** Waits until the element has come to a stage; rendering takes its time on a laptop without a GPU. */
export async function reach(page: Page, stage: string): Promise<void> {
  await page.locator(`foxetales-book[stage=${stage}]`).waitFor({ timeout: 240_000 })
}
