import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import type { MainJobResult } from './main-job.ts'
import type { ShopClient } from './shop-client.ts'

const columns = 7
const thumbPx = 300
const gapPx = 12

/** Downloads everything the customer gets and writes it under `dir`, with a contact sheet and a receipt. */
export async function saveFiles(
  shop: ShopClient,
  result: MainJobResult,
  dir: string,
  timingsMs: Readonly<Record<string, number>>,
): Promise<void> {
  await mkdir(path.join(dir, 'pages'), { recursive: true })
  await mkdir(path.join(dir, 'preview'), { recursive: true })
  const order = await shop.readOrder(result.order.order_id, result.orderToken)
  if (!order.files) throw new Error('The order has no files.')
  await writeFile(path.join(dir, 'full_book.pdf'), await shop.download(order.files.interior_url))
  // Some printers take one file, with the cover in it.
  if (order.files.cover_url) {
    await writeFile(path.join(dir, 'cover.pdf'), await shop.download(order.files.cover_url))
  }

  const preview = await shop.readPreview(result.preview.preview_id, result.previewToken)
  for (const page of preview.pages) {
    if (!page.preview_url) throw new Error(`Preview page ${page.page} has no picture.`)
    const file = `page_${String(page.page).padStart(2, '0')}.webp`
    await writeFile(path.join(dir, 'preview', file), await shop.download(page.preview_url))
  }

  const pages = order.pages.filter((page) => page.slot.startsWith('page_'))
  const thumbs = await Promise.all(
    pages.map(async (page) => {
      if (!page.page_url) throw new Error(`${page.slot} has no picture.`)
      const bytes = await shop.download(page.page_url)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      if (sha256 !== page.sha256) throw new Error(`${page.slot} is not the picture that the order names.`)
      await writeFile(path.join(dir, 'pages', `${page.slot}.png`), bytes)
      return sharp(bytes).resize(thumbPx).png().toBuffer()
    }),
  )
  await writeFile(path.join(dir, 'contact-sheet.png'), await contactSheet(thumbs))
  await writeFile(
    path.join(dir, 'receipt.json'),
    `${JSON.stringify(receipt(result, order, preview, timingsMs), null, 2)}\n`,
  )
}

function contactSheet(thumbs: readonly Buffer[]): Promise<Buffer> {
  const rows = Math.ceil(thumbs.length / columns)
  const step = thumbPx + gapPx
  return sharp({
    create: {
      width: columns * step + gapPx,
      height: rows * step + gapPx,
      channels: 3,
      background: '#fffaf1',
    },
  })
    .composite(
      thumbs.map((input, index) => ({
        input,
        left: gapPx + (index % columns) * step,
        top: gapPx + Math.floor(index / columns) * step,
      })),
    )
    .png()
    .toBuffer()
}

function receipt(
  result: MainJobResult,
  order: MainJobResult['order'],
  preview: MainJobResult['preview'],
  timingsMs: Readonly<Record<string, number>>,
) {
  return {
    preview_id: preview.preview_id,
    order_id: order.order_id,
    state: order.state,
    draft: order.draft,
    amount_minor: order.amount_minor,
    currency: order.currency,
    print: order.print,
    preview_pages: Object.fromEntries(
      preview.pages.map((page) => [`page_${String(page.page).padStart(2, '0')}`, page.sha256]),
    ),
    pages: Object.fromEntries(
      order.pages.map((page) => [page.slot, { sha256: page.sha256, from: page.from }]),
    ),
    timings_ms: timingsMs,
    follow: result.pageUrl,
  }
}
