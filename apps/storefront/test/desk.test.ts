import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { chromiumOrSkip } from './browser/find-chromium.ts'
import { lookAt } from './browser/look-at.ts'
import { launch } from './browser/open-browser.ts'
import { ownerLooksAndRefunds } from './desk-owner.ts'
import { type DeskStack, openDeskStack } from './desk-stack.ts'

const executablePath = chromiumOrSkip()
const pictures = fileURLToPath(new URL('../../../docs/pictures/desk', import.meta.url))
const folder = process.env['SCREENSHOTS'] ? pictures : path.join(tmpdir(), 'foxetales-desk')
const minutes = 60_000

describe.skipIf(!executablePath)(
  'the order desk, in Chromium (runs where `apt install chromium` was done)',
  () => {
    let stack: DeskStack
    let browser: Browser
    let orderId: string
    let unpaidId: string
    let page: Page
    const faults: string[] = []

    beforeAll(async () => {
      await mkdir(folder, { recursive: true })
      stack = await openDeskStack()
      orderId = await stack.orderInReview('Mai')
      unpaidId = (await stack.order('Tom')).order_id
      browser = await launch(executablePath ?? '')
      page = await signIn(stack.token('editor'))
      page.setDefaultTimeout(30_000)
      page.on('pageerror', (fault) => faults.push(fault.message))
    }, 8 * minutes)
    afterAll(async () => {
      await browser?.close()
      await stack?.stop()
    }, minutes)

    async function openDesk(hash: string, width = 1280): Promise<Page> {
      const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'en-GB' })
      const opened = await context.newPage()
      await opened.goto(`${stack.url}/desk/${hash}`)
      return opened
    }
    const signIn = (token: string, width?: number) => openDesk(`#token=${token}`, width)

    const look = (name: string, at: Page = page) => lookAt(at, path.join(folder, `${name}.jpg`))
    const codeOf = (id: string) => id.slice(-8).toUpperCase()

    test('asks who is there, and says in one sentence why a token does not open it', async ({ expect }) => {
      const stranger = await openDesk('')
      const field = stranger.getByLabel('Sign-in link or token')
      await field.waitFor()
      expect(await look('sign-in', stranger)).toEqual([])
      const tries = [
        ['nonsense', 'not a sign-in token'],
        [stack.token('owner', -5), 'has expired'],
        [stack.forgedToken(), 'does not accept'],
      ] as const
      for (const [token, sentence] of tries) {
        await field.fill(token)
        await stranger.getByRole('button', { name: 'Sign in' }).click()
        await stranger.getByRole('alert').getByText(sentence).waitFor()
        expect(await stranger.evaluate(() => sessionStorage.length)).toBe(0)
      }
      expect(await look('sign-in-refused', stranger)).toEqual([])
      await stranger.context().close()
    })

    test('takes a sign-in link, and leaves no token in the address', async ({ expect }) => {
      await page.getByRole('heading', { name: 'Orders' }).waitFor()
      expect(page.url()).not.toContain('token')
      expect(await page.evaluate(() => sessionStorage.length)).toBe(1)
      const reopened = await page.context().newPage()
      await reopened.goto(`${stack.url}/desk/`)
      await reopened.getByLabel('Sign-in link or token').waitFor()
      await reopened.close()
    })

    test('lists the orders newest first, counts them by state, and shows one state alone', async ({
      expect,
    }) => {
      const rows = page.locator('table [data-item]')
      await rows.nth(1).waitFor()
      expect(await rows.evaluateAll((links) => links.map((link) => link.getAttribute('data-item')))).toEqual([
        unpaidId,
        orderId,
      ])
      expect(await look('list')).toEqual([])
      await page.getByRole('link', { name: 'To review 1' }).click()
      await page.locator(`[data-item="${unpaidId}"]`).waitFor({ state: 'detached' })
      await rows.waitFor()
      expect(await rows.getAttribute('data-item')).toBe(orderId)
      await page.getByRole('link', { name: 'Failed 0' }).click()
      await page.getByText('No order is in the state').waitFor()
      expect(await look('list-empty')).toEqual([])
      await page.goBack()
    })

    test('finds an order by the code in its book, and says so when there is none', async ({ expect }) => {
      await page.getByLabel('Order or book code').fill('zzzzzzzz')
      await page.keyboard.press('Enter')
      await page.getByRole('alert').getByText('No order has the code').waitFor()
      await page.getByLabel('Order or book code').fill(codeOf(unpaidId))
      await page.keyboard.press('Enter')
      await page.getByText('the customer has not paid yet').waitFor()
      expect(await look('unpaid')).toEqual([])
      await page.getByRole('link', { name: '← To review' }).click()
      await page.getByRole('heading', { name: 'Orders' }).waitFor()
    })

    test('opens an order by keyboard: every page, its facts and its timeline', async ({ expect }) => {
      await page.locator(`[data-item="${orderId}"]`).waitFor()
      await page.keyboard.press('j')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: codeOf(orderId) }).waitFor()
      const tiles = page.locator('.tile')
      await tiles.nth(35).waitFor()
      expect(await tiles.count()).toBe(36)
      await page.getByRole('heading', { name: 'Mai and the Lantern' }).waitFor()
      await page.getByText('All 36 done').waitFor()
      await page.getByText('Waits for review').waitFor()
      await page.waitForFunction(() =>
        [...document.images].slice(0, 14).every((image) => image.naturalWidth > 0),
      )
      expect(await look('order')).toEqual([])
    })

    test('shows a page large with its words, and the next one on the arrow key', async ({ expect }) => {
      const tile = page.locator('.tile[data-item="page_02"]')
      await tile.focus()
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Page 2', exact: true }).waitFor()
      await page.getByText('To be printed').waitFor()
      expect(await page.locator('dialog blockquote').textContent()).not.toBe('')
      expect(await look('page')).toEqual([])
      await page.keyboard.press('ArrowRight')
      await page.getByRole('heading', { name: 'Page 3', exact: true }).waitFor()
      await page.keyboard.press('k')
      await page.getByRole('heading', { name: 'Page 2', exact: true }).waitFor()
    })

    test(
      'has a page painted again for a reason, and shows both versions side by side',
      async ({ expect }) => {
        await page.keyboard.press('r')
        await page.getByRole('heading', { name: 'Paint page 2 again?' }).waitFor()
        await page
          .getByRole('dialog')
          .getByRole('button', { name: 'Paint again', exact: true })
          .last()
          .click()
        // Without a reason the form does not go.
        expect(
          await page.locator('#reason').evaluate((field: HTMLInputElement) => field.validity.valid),
        ).toBe(false)
        await page.getByRole('button', { name: 'Hands or limbs are wrong' }).click()
        expect(await look('regenerate')).toEqual([])
        await page.keyboard.press('Enter')
        await page.getByText('The next version').waitFor()
        expect(await look('regenerating')).toEqual([])
        await page.getByText('an asked: Hands or limbs are wrong').waitFor({ timeout: 2 * minutes })
        const shown = page.locator('dialog .pictures img')
        expect(await shown.count()).toBe(2)
        const [before, after] = await shown.evaluateAll((images) =>
          images.map((image) => image.getAttribute('src')),
        )
        expect(before).not.toBe(after)
        await page.getByText('Replaced').waitFor()
        expect(await look('versions')).toEqual([])
        await page.keyboard.press('Escape')
        await page.getByText('2 versions').waitFor()
        expect(await page.evaluate(() => document.activeElement?.getAttribute('data-item'))).toBe('page_02')
      },
      3 * minutes,
    )

    test('puts an order on hold with a reason, and releases it', async ({ expect }) => {
      await page.getByRole('button', { name: /^Hold/ }).click()
      await page.getByRole('heading', { name: 'Put this order on hold?' }).waitFor()
      await page.getByRole('button', { name: 'The address has to be checked' }).click()
      await page.getByRole('button', { name: 'Put on hold' }).click()
      await page.locator('.next').getByText('The address has to be checked').waitFor()
      expect(await page.getByRole('button', { name: 'Approve the book' }).count()).toBe(0)
      expect(await look('held')).toEqual([])
      await page.getByRole('button', { name: 'Release' }).click()
      await page.getByLabel('Reason, for the timeline').fill('The street has a number now')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Approve the book' }).waitFor()
      await page.getByText('The street has a number now').waitFor()
    })

    test('says when the server does not answer, and goes on when it does', async ({ expect }) => {
      await page.route('**/api/admin/**', (route) => route.abort())
      await page.getByRole('alert').getByText('The server does not answer').waitFor()
      expect(await look('no-connection')).toEqual([])
      await page.unroute('**/api/admin/**')
      await page.getByRole('alert').waitFor({ state: 'detached' })
    })

    test('lets a viewer look, and offers nothing to do', async ({ expect }) => {
      const viewer = await signIn(stack.token('viewer'), 820)
      await viewer.locator(`[data-item="${orderId}"]`).waitFor()
      expect(await look('list-tablet', viewer)).toEqual([])
      await viewer.locator(`[data-item="${orderId}"]`).click()
      await viewer.getByText('You may look, not act.').waitFor()
      expect(await viewer.getByRole('button', { name: 'Approve the book' }).count()).toBe(0)
      await viewer.keyboard.press('a')
      expect(await viewer.getByRole('dialog').count()).toBe(0)
      await viewer.waitForFunction(() =>
        [...document.images].slice(0, 15).every((image) => image.naturalWidth > 0),
      )
      expect(await look('order-tablet', viewer)).toEqual([])
      await viewer.context().close()
    })

    test('fits a telephone: no words run out of their cell, and nothing is wider than the screen', async ({
      expect,
    }) => {
      const phone = await signIn(stack.token('viewer'), 390)
      await phone.locator(`[data-item="${orderId}"]`).waitFor()
      const tooWide = await phone.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll('tbody th, tbody td')]
          .filter((element) => element.scrollWidth > element.clientWidth + 1)
          .map((element) => element.outerHTML.slice(0, 100)),
      )
      expect(tooWide).toEqual([])
      expect(await look('list-phone', phone)).toEqual([])
      await phone.context().close()
    })

    test('shows a refused action with its request id, where the question was asked', async ({ expect }) => {
      await page.keyboard.press('a')
      await page.getByRole('heading', { name: 'Approve this book?' }).waitFor()
      await page.route('**/approve', (route) =>
        route.fulfill({
          status: 409,
          json: {
            error: {
              code: 'PAGES_CHANGED',
              message: 'A page was painted again since you looked.',
              details: { pages: ['page_07'] },
              request_id: 'req_1',
              timestamp: new Date().toISOString(),
              retryable: false,
            },
          },
        }),
      )
      await page.getByRole('button', { name: 'Approve and print' }).click()
      await page.getByRole('alert').getByText('Painted again since you looked: page 7').waitFor()
      await page.getByRole('alert').getByText('req_1').waitFor()
      expect(await look('refused')).toEqual([])
      await page.unroute('**/approve')
      await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    })

    test(
      'approves the book once it is confirmed, and follows it to the printer',
      async ({ expect }) => {
        await page.keyboard.press('a')
        await page.getByRole('heading', { name: 'Approve this book?' }).waitFor()
        expect(await look('approve')).toEqual([])
        await page.keyboard.press('Enter')
        await page.getByText('Looked at every page').waitFor()
        await page.getByText('Sent to the printer').waitFor({ timeout: 2 * minutes })
        const interior = await page.getByRole('link', { name: 'Interior (PDF)' }).getAttribute('href')
        const file = await fetch(interior ?? '')
        expect(file.headers.get('content-type')).toBe('application/pdf')
        expect(await page.getByRole('button', { name: 'Approve the book' }).count()).toBe(0)
        expect(await look('printing')).toEqual([])
        await page.keyboard.press('Escape')
        await page.getByText('Nothing waits for review.').waitFor()
      },
      3 * minutes,
    )

    test('reaches the alerts, the photo and a refund by keyboard, as an owner', async ({ expect }) => {
      const owner = await signIn(stack.token('owner'))
      expect(await ownerLooksAndRefunds(owner, orderId, look)).toEqual([])
      await owner.context().close()
    })

    test('shows its keys, and signs out without a trace', async ({ expect }) => {
      await page.keyboard.press('?')
      await page.getByRole('heading', { name: 'Keys' }).waitFor()
      expect(await look('keys')).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Sign out' }).click()
      await page.getByLabel('Sign-in link or token').waitFor()
      expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
      expect(faults).toEqual([])
    })
  },
)
