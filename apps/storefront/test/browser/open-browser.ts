import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { root } from './open-company.ts'

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }
const desktop = { viewport: { width: 1280, height: 900 } }

/** The devices of the tests, each in both languages; pictures of each step are named after them. */
export const devices = {
  'phone-en': { ...phone, locale: 'en-GB' },
  'phone-vi': { ...phone, locale: 'vi-VN' },
  'desktop-en': { ...desktop, locale: 'en-GB' },
  'desktop-vi': { ...desktop, locale: 'vi-VN' },
} as const
export type Device = keyof typeof devices

/** Chromium's own sandbox refuses to run as root, which is who runs tests in a container. */
export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
}

export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  /** What the page complained about: errors, and everything the Content-Security-Policy stopped. */
  readonly complaints: string[]
  /** Takes a picture of what is seen now. @param step number and name, `03-photo` */
  picture(step: string): Promise<void>
  /** What axe finds wrong with the page as it is now; empty is right. */
  barriers(): Promise<string[]>
}

export async function visit(browser: Browser, device: Device, address: string): Promise<Visit> {
  const context = await browser.newContext(devices[device])
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (fault) => complaints.push(fault.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(address)
  return {
    page,
    context,
    complaints,
    picture: (step) => savePicture(page, `${device}-${step}.jpg`),
    async barriers() {
      const { violations } = await new AxeBuilder({ page }).analyze()
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
      )
    },
  }
}

const largestPictureBytes = 120 * 1024

/** Into the docs only when asked, so that a test run leaves the checkout as it was. */
async function savePicture(page: Page, name: string): Promise<void> {
  const folder = await pictureFolder()
  for (const quality of [70, 55, 40]) {
    const picture = await page.screenshot({ type: 'jpeg', quality })
    if (picture.length > largestPictureBytes && quality > 40) continue
    await writeFile(path.join(folder, name), picture)
    return
  }
}

let folder: Promise<string> | undefined

function pictureFolder(): Promise<string> {
  folder ??= openFolder()
  return folder
}

async function openFolder(): Promise<string> {
  if (process.env['SCREENSHOTS'] !== '1') return mkdtemp(path.join(tmpdir(), 'foxetales-shop-'))
  const docs = path.join(root, 'docs', 'pictures', 'shop')
  await mkdir(docs, { recursive: true })
  return docs
}
