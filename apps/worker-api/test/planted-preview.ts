import type { PreviewAccepted } from '@foxetales/shared-schemas/preview'
import { compose } from '../src/compose.ts'
import { accessToken } from '../src/domain/access-tokens.ts'
import { testEnv } from './test-env.ts'

const dayMs = 24 * 3_600_000

/**
 * An approved preview by its rows alone, without a page, for tests that begin behind it and never look at a picture:
 * rendering three pages for each of them would take longer than all they test.
 */
export async function plantedPreview(changes: { language?: 'en' | 'vi' } = {}): Promise<PreviewAccepted> {
  const services = compose(testEnv)
  const now = services.now()
  const book = await services.books.find('lantern')
  if (!book) throw new Error('there is no book')
  const ids = {
    customer: services.newId('customer'),
    photo: services.newId('photo'),
    job: services.newId('job'),
  }
  await services.together([
    services.photos.insert({
      id: ids.photo,
      customer_id: ids.customer,
      key: `photos/${ids.customer}/${ids.photo}/original.jpg`,
      sha256: '0'.repeat(64),
      bytes: 1,
      width_px: 512,
      height_px: 512,
      content_type: 'image/jpeg',
      consent_version: '2026-11',
      created_at: now,
      delete_after_at: now + 3 * dayMs,
    }),
    services.jobs.insert({
      id: ids.job,
      recipe: 'book-preview',
      customer_id: ids.customer,
      photo_id: ids.photo,
      book_id: book.id,
      book_version: book.version,
      request: JSON.stringify({
        child: { name: 'Nguyễn Thị Ánh', pronouns: 'she', skin_tone: 5 },
        language: changes.language ?? 'en',
      }),
      lane: 'turbo',
      state: 'approved',
      created_at: now,
    }),
  ])
  const { publicUrl, signingKey } = services.settings
  const address = `${publicUrl}/api/preview/${ids.job}`
  return {
    preview_id: ids.job,
    token: await accessToken(signingKey, 'preview', ids.job),
    status_url: address,
    live_url: `${address}/live`,
    position: 0,
  }
}
