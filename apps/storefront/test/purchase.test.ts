import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { english } from '../src/book/words/english.ts'
import { fillForm, reach, showBook } from './browser/fill-form.ts'
import { chromiumOrSkip } from './browser/find-chromium.ts'
import { launch, visit } from './browser/open-browser.ts'
import { type Company, openCompany } from './browser/open-company.ts'
import { clockOf, focusedId, layoutShift, readAloud, storedIn } from './browser/read-page.ts'
import { staffToken } from './browser/staff-token.ts'
import { stepsOf } from './browser/steps-of.ts'

const executable = chromiumOrSkip()
const patience = 600_000

let company: Company
let browser: Browser

describe.skipIf(!executable)('a book is bought in a real browser, with the whole company behind it', () => {
  beforeAll(async () => {
    company = await openCompany()
    browser = await launch(executable ?? '')
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    await company?.close()
  }, 60_000)

  test.for([
    {
      device: 'phone-vi',
      name: 'Mai An',
      dedication: 'Tặng Mai An, ngôi sao nhỏ của cả nhà.\nBà ngoại thương con.',
      title: 'Mai An và chiếc đèn kể chuyện',
      email: 'me.mai.an@example.com',
      country: 'VN',
      copies: 1,
    },
    {
      device: 'desktop-en',
      name: 'Zoë',
      pronoun: 'she',
      dedication: 'For Zoë, who is braver than she thinks.\nWith love from Grandma.',
      title: 'Zoë and the Lantern of Tales',
      // A present for somebody abroad.
      country: 'DE',
      copies: 2,
    },
  ] as const)(
    '$device: at our own checkout, from the photo to the painted order',
    {
      timeout: patience,
    },
    async (buyer, { expect }) => {
      const isPhone = buyer.device === 'phone-vi'
      const shop = await visit(browser, buyer.device, `${company.url}${isPhone ? '/shop/vi/' : '/shop/'}`)
      const { page } = shop
      const { picture, faults } = stepsOf(shop)
      await page.locator('[data-price]').first().waitFor()
      expect(await faults('welcome')).toEqual([])
      expect(await layoutShift(page, 0)).toBeLessThan(0.05)

      await showBook(page)
      await page.locator('.notice.bad').waitFor()
      expect(await focusedId(page)).toBe('photo-file')
      expect(await faults('asked-again')).toEqual([])

      await fillForm(page, { ...buyer, skinTone: 4 })
      await page.locator('#hair-style-bob').check()
      await page.locator('canvas.frame').scrollIntoViewIfNeeded()
      await picture('photo')
      await page.locator('label[for=hair-style-photo]').scrollIntoViewIfNeeded()
      await picture('child')
      await page.locator('#consent').scrollIntoViewIfNeeded()
      expect(await faults('consent')).toEqual([])

      await showBook(page)
      await reach(page, 'waiting')
      await page.locator('.strip').waitFor()
      expect(await faults('waiting')).toEqual([])
      expect(await readAloud(page)).toContain(buyer.title)
      const painting = await clockOf(page)

      await reach(page, 'ready')
      expect(await storedIn(page)).toEqual({ session: ['foxetales-preview:lantern'], local: [] })
      expect(await faults('title')).toEqual([])
      expect(await layoutShift(page, painting)).toBeLessThan(0.05)
      for (const step of isPhone ? ['dedication', 'page-7'] : ['page-7', 'pages-12-21']) {
        await page.locator('.turn').last().click()
        await page.locator('.leaving').first().waitFor({ state: 'detached' })
        await picture(step)
      }
      expect(await readAloud(page)).toMatch(isPhone ? /con đường/ : /scared together/)
      if (isPhone) expect(await lettersTo('me.mai.an@example.com')).toBe(1)

      if (!isPhone) {
        await page.locator('.redo summary').click()
        await page.locator('#redo-12').scrollIntoViewIfNeeded()
        expect(await faults('not-right')).toEqual([])
        await page.locator('#redo-12').click()
        await reach(page, 'waiting')
        await reach(page, 'ready')
        expect(await page.locator('#redo-12').count()).toBe(0)
      }
      await page.locator('#approve').click()
      await reach(page, 'approved')
      await page.locator('.shipping').waitFor()
      const asked = await clockOf(page)
      for (let copies = 1; copies < buyer.copies; copies++) await page.locator('.step').last().click()
      await page.locator('#ship-to').selectOption(buyer.country)
      await page.locator('.ways li').nth(1).waitFor()
      const fare = digits(await page.locator('.ways li strong').first().textContent())
      await page.locator('#ship-to').scrollIntoViewIfNeeded()
      expect(await faults('order')).toEqual([])
      expect(await layoutShift(page, asked)).toBe(0)
      await page.locator('#order').click()
      await page.waitForURL(/\/c\/pay\//)
      const line = await page.locator('.items').textContent()
      expect(line).not.toMatch(new RegExp(`${buyer.name}|\\{name\\}`))
      // What was told before is what is asked for now, in the country that was chosen.
      expect(digits(await page.locator('label.choice span').nth(1).textContent())).toBe(fare)
      expect(await page.locator('[name=country]').inputValue()).toBe(buyer.country)
      await picture('checkout')
      await page.locator('button[type=submit]').click()

      await page.waitForURL(/\/shop\//)
      await reach(page, 'following')
      await page.locator('.thumbnails img').nth(5).waitFor({ timeout: patience })
      expect(await page.locator('#expected').textContent()).toMatch(/\d/)
      expect(await faults('painting')).toEqual([])

      await page.locator('#proof-name').scrollIntoViewIfNeeded()
      expect(await page.locator('#proof-name').inputValue()).toBe(buyer.name)
      await page.locator('#proof-name').fill('安')
      await page.locator('#proof-save').click()
      await page.locator('#proof-name-fault').waitFor()
      await page.locator('#proof-name').fill(buyer.name)
      await page.locator('#proof-dedication').fill(buyer.dedication.toUpperCase())
      await page.locator('#proof-save').click()
      await page.locator('.proof .notice.good').waitFor()
      expect(await faults('proof')).toEqual([])
      await page.locator('#proof-release').click()
      await page.locator('.proof').waitFor({ state: 'detached' })
      expect((await storedIn(page)).local).toEqual(['foxetales-order:lantern'])

      // The laptop is closed and opened again: a new tab of the same browser finds the order.
      const later = await shop.context.newPage()
      await later.goto(page.url())
      await reach(later, 'following')
      await later.locator('.thumbnails img').nth(5).waitFor({ timeout: patience })
      if (isPhone) await cancel(page)
      else {
        await approveIfAsked(page)
        await page.locator('.tracking a').waitFor({ timeout: patience })
        const file = await fetch((await page.locator('#proof-file').getAttribute('href')) ?? '')
        expect(Buffer.from(await file.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-')
        expect(await faults('on-its-way')).toEqual([])
        expect(await moreAndBack(page)).toBe('cancel-no')
        expect(await faults('second-order-cancelled')).toEqual([])
      }
      // The browser's own line about the name that was refused.
      expect(shop.complaints).toEqual([expect.stringContaining('422')])
      await shop.context.close()
    },
  )

  test.for([
    { device: 'phone-en', name: 'Noor', pronoun: 'they', path: '/products/lantern' },
    { device: 'desktop-vi', name: 'Bảo Khánh', path: '/vi/products/lantern' },
  ] as const)(
    '$device: in a Shopify shop, over its cart and its checkout, and followed on the product’s page',
    {
      timeout: patience,
    },
    async (buyer, { expect }) => {
      const shop = await visit(browser, buyer.device, `${company.stack.shopifyUrl}${buyer.path}`)
      const { page } = shop
      const { picture, faults } = stepsOf(shop, 'shopify-')
      await page.locator('foxetales-book #name').waitFor()
      expect(await faults('product')).toEqual([])
      await fillForm(page, { ...buyer, skinTone: 8 })
      await showBook(page)
      await reach(page, 'ready')
      await page.locator('#approve').click()
      await reach(page, 'approved')
      // The shop ships and takes the money: its prices are not ours to tell.
      expect(await page.locator('#ship-to').count()).toBe(0)
      await page.locator('#order').scrollIntoViewIfNeeded()
      expect(await faults('order')).toEqual([])
      await page.locator('#order').click()

      await page.locator('#checkout').waitFor()
      expect(new URL(page.url()).pathname).toBe('/cart')
      expect(await page.locator('main').textContent()).not.toMatch(/prv_|_preview_id/)
      expect(await faults('cart')).toEqual([])
      await page.locator('#checkout').click()
      await page.locator('form.pay').waitFor()
      await picture('checkout')
      await page.locator('button[type=submit]').click()
      await page.locator('#back').click()

      await reach(page, 'following')
      await page.locator('.thumbnails img').nth(5).waitFor({ timeout: patience })
      expect(await faults('painting')).toEqual([])
      expect((await storedIn(page)).local).toEqual(['foxetales-order:lantern'])
      await cancel(page)
      expect(shop.complaints).toEqual([])
      await shop.context.close()
    },
  )
})

/** Another copy is asked for, not paid, and called off by the parent. @returns where the question put the keyboard */
async function moreAndBack(page: Page): Promise<string | undefined> {
  const shopPage = page.url()
  await page.locator('#reorder').click()
  await page.waitForURL(/\/c\/pay\//)
  await page.goto(shopPage.replace(/#.*/, ''))
  await reach(page, 'following')
  await page.locator('#pay-now').waitFor()
  await page.locator('#cancel').click()
  const focused = await focusedId(page)
  await page.locator('#cancel-yes').click()
  await page.locator('.lead', { hasText: english.follow.states.cancelled }).waitFor()
  return focused
}

/** The desk stops the order that this page follows, and the page says so; no GPU works for it any more. */
async function cancel(page: Page): Promise<void> {
  await atDesk(page, 'cancel')
  await page.locator('.steps').waitFor({ state: 'detached' })
}

/** Where our own checks doubt a page, a person at the desk looks at it before it is printed, and lets it go. */
async function approveIfAsked(page: Page): Promise<void> {
  const asked = page.locator('.lead', { hasText: english.follow.states.review })
  await asked.or(page.locator('.tracking a')).first().waitFor({ timeout: patience })
  if (await asked.isVisible()) await atDesk(page, 'approve')
}

/** What staff do with the order that this page follows. */
async function atDesk(page: Page, action: 'cancel' | 'approve'): Promise<void> {
  const id = await page.evaluate(() => {
    const kept = localStorage.getItem('foxetales-order:lantern') ?? '{}'
    return String((JSON.parse(kept) as { id?: string }).id)
  })
  const token = staffToken(company.stack.secrets['ADMIN_JWT_SECRET'] ?? '', 'owner', 60)
  const answer = await fetch(`${company.url}/api/admin/orders/${id}/${action}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ reason: 'seen enough' }),
  })
  if (!answer.ok) throw new Error(`the desk could not ${action}: ${answer.status} ${await answer.text()}`)
}

/** An amount, however a language writes it. */
function digits(amount: string | null): string {
  return (amount ?? '').replace(/\D/g, '')
}

/** How many letters lie in the mailbox for that address; waits for the first. */
async function lettersTo(address: string): Promise<number> {
  for (;;) {
    const answer = await fetch(new URL('/mails.json', company.stack.mailboxUrl))
    const { mails } = (await answer.json()) as { mails: { to: string[] }[] }
    const theirs = mails.filter(({ to }) => to.includes(address))
    if (theirs.length > 0) return theirs.length
    await sleep(500)
  }
}
