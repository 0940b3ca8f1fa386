import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { fillForm, reach, showBook } from './browser/fill-form.ts'
import { chromiumOrSkip } from './browser/find-chromium.ts'
import { type Device, launch, type Visit, visit } from './browser/open-browser.ts'
import { type Company, openCompany, root, samplePhoto } from './browser/open-company.ts'
import { openOtherShop } from './browser/other-shop.ts'
import { jpegIn, jpegSize, withExif } from './browser/photo-files.ts'
import { clockOf, focusedId, layoutShift, storedIn } from './browser/read-page.ts'

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

    await page.locator('.strip').waitFor()
    const cut = await clockOf(page)
    await context.setOffline(true)
    const offline = page.locator('.offline span')
    await offline.waitFor({ timeout: 30_000 })
    await shop.picture('21-offline')
    expect(await shop.barriers()).toEqual([])
    // The length of the outage is what is tested: a lift, a tunnel.
    await page.waitForTimeout(10_000)
    await context.setOffline(false)
    await offline.waitFor({ state: 'hidden', timeout: 30_000 })
    expect(await layoutShift(page, cut)).toBeLessThan(0.01)
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
    // The face for rare letters stays where it is until a book needs it.
    const loaded = faces.filter((face) => face.endsWith(' loaded'))
    expect(loaded.toSorted()).toEqual(['400 loaded', '600 loaded'])
    await context.close()
  })

  test('where no WebSocket comes through, the pages still come as they are painted, over an event stream', {
    timeout: patience,
  }, async ({ expect }) => {
    const { page, context } = await enter('desktop-en')
    const refused: string[] = []
    await page.routeWebSocket(/\/live/, (socket) => {
      refused.push(socket.url())
      return socket.close()
    })
    await fillForm(page, { name: 'Sol', skinTone: 6, pronoun: 'he' })
    // Polls say nothing from here on: what is seen was pushed.
    const stream = page.waitForResponse((answer) => answer.headers()['content-type'] === 'text/event-stream')
    await showBook(page)
    await reach(page, 'waiting')
    await stream
    await page.route(/\/api\/preview\/[^/]+$/, (route) => route.abort())
    await page.locator('.strip img').nth(2).waitFor({ timeout: patience })
    await reach(page, 'ready')
    expect(refused.length).toBeGreaterThan(0)
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
