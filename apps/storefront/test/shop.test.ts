import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { fillForm, reach, showBook } from './browser/fill-form.ts'
import { chromiumOrSkip } from './browser/find-chromium.ts'
import { type Device, launch, type Visit, visit } from './browser/open-browser.ts'
import { type Company, openCompany, root, samplePhoto } from './browser/open-company.ts'
import { openOtherShop } from './browser/other-shop.ts'
import { jpegIn, jpegSize, withExif } from './browser/photo-files.ts'

const executable = chromiumOrSkip()
/** A landscape with nobody in it. */
const facelessPicture = path.join(root, 'books', 'lantern', 'v1', 'pages', '18', 'background.webp')
const patience = 600_000

let company: Company
let browser: Browser

describe.skipIf(!executable)('the shop in a real browser, with the whole company behind it', () => {
  beforeAll(async () => {
    company = await openCompany()
    browser = await launch(executable ?? '')
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    await company?.close()
  }, 60_000)

  function enter(device: Device): Promise<Visit> {
    return visit(browser, device, `${company.url}${device === 'phone-vi' ? '/shop/vi/' : '/shop/'}`)
  }

  test.for([
    {
      device: 'phone-vi',
      name: 'Mai An',
      dedication: 'Tặng Mai An, ngôi sao nhỏ của cả nhà.\nBà ngoại thương con.',
      title: 'Mai An và chiếc đèn kể chuyện',
      copies: 1,
    },
    {
      device: 'desktop-en',
      name: 'Zoë',
      pronoun: 'she',
      dedication: 'For Zoë, who is braver than she thinks.\nWith love from Grandma.',
      title: 'Zoë and the Lantern of Tales',
      copies: 2,
    },
  ] as const)(
    '$device: from the photo to the painted order',
    { timeout: patience },
    async (buyer, { expect }) => {
      const shop = await enter(buyer.device)
      const { page } = shop
      let steps = 0
      const picture = (step: string) => {
        steps += 1
        return shop.picture(`${String(steps).padStart(2, '0')}-${step}`)
      }
      const stageIsOpen = async (step: string) => {
        expect({ step, barriers: await shop.barriers() }).toEqual({ step, barriers: [] })
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
        await picture(step)
      }
      await page.locator('[data-price]').first().waitFor()
      await stageIsOpen('welcome')

      await showBook(page)
      await page.locator('.notice.bad').waitFor()
      expect(await focusedId(page)).toBe('photo-file')
      await stageIsOpen('asked-again')

      await fillForm(page, { ...buyer, skinTone: 4 })
      await page.locator('#hair-style-bob').check()
      await page.locator('canvas.frame').scrollIntoViewIfNeeded()
      await picture('photo')
      await page.locator('label[for=hair-style-photo]').scrollIntoViewIfNeeded()
      await picture('child')
      await page.locator('#consent').scrollIntoViewIfNeeded()
      await stageIsOpen('consent')

      await showBook(page)
      await reach(page, 'waiting')
      await page.locator('.strip').waitFor()
      await stageIsOpen('waiting')
      expect(await readAloud(page)).toContain(buyer.title)

      await reach(page, 'ready')
      expect(await storedIn(page)).toEqual({ session: ['foxetales-preview:lantern'], local: [] })
      await stageIsOpen('title')
      const turns = buyer.device === 'phone-vi' ? ['dedication', 'page-7'] : ['page-7', 'pages-12-21']
      for (const step of turns) {
        await page.locator('.turn').last().click()
        await page.locator('.leaving').first().waitFor({ state: 'detached' })
        await picture(step)
      }
      expect(await readAloud(page)).toMatch(buyer.device === 'phone-vi' ? /con đường/ : /scared together/)

      if (buyer.device === 'desktop-en') {
        await page.locator('.redo summary').click()
        await page.locator('#redo-12').scrollIntoViewIfNeeded()
        await stageIsOpen('not-right')
        await page.locator('#redo-12').click()
        await reach(page, 'waiting')
        await reach(page, 'ready')
        expect(await page.locator('#redo-12').count()).toBe(0)
      }
      await page.locator('#approve').click()
      await reach(page, 'approved')
      for (let copies = 1; copies < buyer.copies; copies++) await page.locator('.step').last().click()
      await page.locator('#order').scrollIntoViewIfNeeded()
      await stageIsOpen('order')
      await page.locator('#order').click()
      await page.waitForURL(/\/c\/pay\//)
      const line = await page.locator('.items').textContent()
      expect(line).not.toMatch(new RegExp(`${buyer.name}|\\{name\\}`))
      await picture('checkout')
      await page.locator('button[type=submit]').click()

      await page.waitForURL(/\/shop\//)
      await reach(page, 'following')
      await page.locator('.thumbnails img').nth(5).waitFor({ timeout: patience })
      await stageIsOpen('painting')

      await page.locator('#proof-name').scrollIntoViewIfNeeded()
      expect(await page.locator('#proof-name').inputValue()).toBe(buyer.name)
      await page.locator('#proof-name').fill('安')
      await page.locator('#proof-save').click()
      await page.locator('#proof-name-fault').waitFor()
      await page.locator('#proof-name').fill(buyer.name)
      await page.locator('#proof-dedication').fill(buyer.dedication.toUpperCase())
      await page.locator('#proof-save').click()
      await page.locator('.proof .notice.good').waitFor()
      await stageIsOpen('proof')
      await page.locator('#proof-release').click()
      await page.locator('.proof').waitFor({ state: 'detached' })
      const kept = await storedIn(page)
      expect(kept.local).toEqual(['foxetales-order:lantern'])

      // The laptop is closed and opened again: a new tab of the same browser finds the order.
      const later = await shop.context.newPage()
      await later.goto(page.url())
      await reach(later, 'following')
      await later.locator('.thumbnails img').nth(5).waitFor({ timeout: patience })
      if (buyer.device === 'desktop-en') {
        await page.locator('.tracking a').waitFor({ timeout: patience })
        await stageIsOpen('on-its-way')
      }
      // The browser's own line about the name that was refused.
      expect(shop.complaints).toEqual([expect.stringContaining('422')])
      await shop.context.close()
    },
  )

  test('on a shop of another origin, a reload while the pages are painted and ten seconds without a network lose nothing', {
    timeout: patience,
  }, async ({ expect }) => {
    await using toys = await openOtherShop(company.url)
    const shop = await visit(browser, 'desktop-en', toys.url)
    const { page, context } = shop
    await fillForm(page, { name: 'Ada', skinTone: 7, pronoun: 'they' })
    await showBook(page)
    await reach(page, 'waiting')
    const ticket = await page.evaluate(() => sessionStorage.getItem('foxetales-preview:lantern'))
    await page.reload()
    await reach(page, 'waiting')
    expect(await page.evaluate(() => sessionStorage.getItem('foxetales-preview:lantern'))).toBe(ticket)

    await context.setOffline(true)
    const offline = page.locator('.offline:not(:empty)')
    await offline.waitFor({ timeout: 30_000 })
    await shop.picture('21-offline')
    expect(await shop.barriers()).toEqual([])
    // The length of the outage is what is tested: a lift, a tunnel.
    await page.waitForTimeout(10_000)
    await context.setOffline(false)
    await offline.waitFor({ state: 'hidden', timeout: 30_000 })
    await reach(page, 'ready')
    const pictures = page.locator('.strip img')
    await pictures.nth(2).waitFor({ timeout: 60_000 })
    expect(await pictures.count()).toBe(3)
    await page.locator('.strip button').nth(2).click()
    const picture = page.locator('figure.open img').first()
    await picture.waitFor()
    await picture.evaluate((image: HTMLImageElement) => image.decode())
    const faces = await page.evaluate(() =>
      [...document.fonts].map((face) => `${face.weight} ${face.status}`),
    )
    expect(faces.toSorted()).toEqual(['400 loaded', '600 loaded'])
    await context.close()
  })

  test('a picture without a face is refused with advice, and a good one goes on with everything else kept', {
    timeout: patience,
  }, async ({ expect }) => {
    const shop = await enter('phone-vi')
    const { page } = shop
    await fillForm(page, { name: 'Bi', skinTone: 3, dedication: 'Cho Bi.', photo: facelessPicture })
    await showBook(page)
    await reach(page, 'refused')
    await page.locator('#go-on').waitFor()
    expect(await page.locator('.notice').textContent()).toContain('không tìm thấy khuôn mặt')
    expect(await shop.barriers()).toEqual([])
    await shop.picture('22-refused')

    await page.locator('#go-on').click()
    await reach(page, 'choosing')
    expect(await page.locator('#name').inputValue()).toBe('Bi')
    expect(await page.locator('#dedication').inputValue()).toBe('Cho Bi.')
    expect(await page.locator('#skin-3').isChecked()).toBe(true)
    await page.locator('#photo-file').setInputFiles(samplePhoto)
    await page.locator('canvas.frame').waitFor()
    await showBook(page)
    await reach(page, 'ready')

    await page.locator('#erase').click()
    await shop.picture('23-delete')
    expect(await shop.barriers()).toEqual([])
    await page.locator('#erase-yes').click()
    await reach(page, 'choosing')
    await page.locator('.notice.good').waitFor()
    expect(await storedIn(page)).toEqual({ session: [], local: [] })
    expect(await page.locator('#name').inputValue()).toBe('')
    await shop.context.close()
  })

  test('what cannot be a photo is told at once, in one sentence, and nothing is sent', {
    timeout: 120_000,
  }, async ({ expect }) => {
    const shop = await enter('desktop-en')
    const { page } = shop
    const sent: string[] = []
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
    const sample = await readFile(samplePhoto)
    const dot =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(200)])
    const files: readonly (readonly [string, Buffer, RegExp])[] = [
      ['holiday.jpg', Buffer.from('this is a letter'), /not a photo we can open/],
      ['empty.png', Buffer.alloc(0), /empty/],
      ['half.png', sample.subarray(0, 3000), /damaged or incomplete/],
      ['IMG_0001.HEIC', heic, /HEIC.*Most Compatible/],
      ['dot.png', Buffer.from(dot, 'base64'), /too small/],
    ]
    for (const [name, buffer, sentence] of files) {
      await page.locator('#photo-file').setInputFiles({ name, mimeType: 'image/jpeg', buffer })
      await page.locator('#photo-fault').filter({ hasText: sentence }).waitFor()
    }
    expect(await shop.barriers()).toEqual([])
    await shop.picture('24-not-a-photo')
    expect(sent).toEqual([])
    await shop.context.close()
  })

  test('a camera’s photo is sent upright and framed, without the place where it was taken', {
    timeout: 120_000,
  }, async ({ expect }) => {
    const { page, context } = await enter('desktop-en')
    const plain = await page.evaluate(drawJpeg, { width: 900, height: 700 })
    const buffer = withExif(Buffer.from(plain, 'base64'), 'GPS 21.0285N 105.8542E')
    await fillForm(page, { name: 'Kim', skinTone: 2, pronoun: 'he' })
    await page.locator('#photo-file').setInputFiles({ name: 'camera.jpg', mimeType: 'image/jpeg', buffer })
    // It was on its side; upright it is 700 wide and 900 high. The slider brings it closer.
    await page.locator('input[type=range]').fill('1.5')
    await page.route('**/api/preview', (route) => route.abort())
    const [request] = await Promise.all([page.waitForRequest('**/api/preview'), showBook(page)])
    const body = request.postDataBuffer() ?? Buffer.alloc(0)
    expect(body.includes('GPS')).toBe(false)
    expect(body.includes('Exif')).toBe(false)
    expect(jpegSize(jpegIn(body))).toEqual({ width: 600, height: 600 })
    await page.locator('.notice.bad').filter({ hasText: 'no connection' }).waitFor()
    expect(await page.locator('#name').inputValue()).toBe('Kim')
    await context.close()
  })

  test('the shop speaks the other language without losing what was entered', { timeout: 120_000 }, async ({
    expect,
  }) => {
    const shop = await enter('desktop-en')
    const { page } = shop
    await fillForm(page, { name: 'Lan', skinTone: 5, pronoun: 'she' })
    await page.locator('a[data-language]').click()
    await page.locator('h1', { hasText: 'Cuốn sách tranh' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/shop/vi/')
    expect(await page.locator('#name').inputValue()).toBe('Lan')
    expect(await page.locator('canvas.frame').isVisible()).toBe(true)
    await page.locator('label', { hasText: 'Tên bé' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('vi')
    expect(await shop.barriers()).toEqual([])
    await shop.context.close()
  })

  test('a shop that is asked too much, or fails, says so in one sentence with a number to mention', {
    timeout: 120_000,
  }, async ({ expect }) => {
    const { page, context } = await enter('desktop-en')
    await fillForm(page, { name: 'Tom', skinTone: 1, pronoun: 'he' })
    const answers = [
      { status: 429, code: 'RATE_LIMITED', says: /wait a minute/, mentions: false },
      { status: 500, code: 'INTERNAL', says: /wrong on our side/, mentions: true },
      { status: 422, code: 'TEXT_NOT_PRINTABLE', says: /cannot print this text/, mentions: false },
    ]
    for (const { status, code, says, mentions } of answers) {
      const error = {
        code,
        message: '',
        details: { field: 'name' },
        request_id: 'req_test',
        timestamp: '2026-11-21T08:00:00.000Z',
        retryable: status !== 422,
      }
      await page.unrouteAll()
      await page.route('**/api/preview', (route) => route.fulfill({ status, json: { error } }))
      await showBook(page)
      const notice = page.locator('.notice.bad').filter({ hasText: says })
      await notice.waitFor()
      expect(((await notice.textContent()) ?? '').includes('req_test')).toBe(mentions)
    }
    expect(await focusedId(page)).toBe('name')
    await context.close()
  })
})

/** What is in the browser's stores: names alone. */
async function storedIn(page: Page): Promise<{ session: string[]; local: string[] }> {
  return page.evaluate(() => ({ session: Object.keys(sessionStorage), local: Object.keys(localStorage) }))
}

/** The words of the open pages, as a screen reader finds them. */
function readAloud(page: Page): Promise<string> {
  return page
    .locator('figure.open p.unseen')
    .allInnerTexts()
    .then((texts) => texts.join(' '))
}

/** Which control has the keyboard, through shadow trees. */
function focusedId(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    let focused = document.activeElement
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
    return focused?.id
  })
}

/** Runs in the browser: a JPEG of that size, in base64. */
function drawJpeg({ width, height }: { readonly width: number; readonly height: number }): string {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.fillStyle = '#8fb'
  pen.fillRect(0, 0, width, height)
  return canvas.toDataURL('image/jpeg').split(',')[1] ?? ''
}
