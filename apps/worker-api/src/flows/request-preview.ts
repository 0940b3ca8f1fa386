import { AppError } from '@foxetales/shared-schemas/errors'
import type { PreviewAccepted, PreviewRequest } from '@foxetales/shared-schemas/preview'
import { photoKey } from '../domain/file-keys.ts'
import { inspectPhoto } from '../domain/inspect-photo.ts'
import { readShopTicket } from '../domain/shop-ticket.ts'
import { sha256Hex } from '../domain/signing.ts'
import { stripMetadata } from '../domain/strip-metadata.ts'
import type { Services } from '../services.ts'
import { nudge } from './nudge.ts'
import { previewAddresses } from './preview-addresses.ts'
import { refuseUnsettable } from './refuse-unsettable.ts'

type Needs = Pick<
  Services,
  | 'now'
  | 'newId'
  | 'newSeed'
  | 'together'
  | 'photos'
  | 'jobs'
  | 'units'
  | 'journal'
  | 'files'
  | 'books'
  | 'fonts'
  | 'scheduler'
  | 'send'
  | 'report'
  | 'settings'
>

/** A photo nobody paid for is kept this long, so that a parent can come back to their preview. */
const unpaidPhotoMs = 72 * 3_600_000

export interface PreviewCommand {
  readonly request: PreviewRequest
  readonly photo: Uint8Array<ArrayBuffer>
  /** Where the request came from, for the daily limit; only a hash is kept. */
  readonly address: string
  readonly idempotencyKey: string | undefined
}

/** The first gate and the first rows of a preview. Throws before anything is stored, or stores everything. */
export async function requestPreview(services: Needs, command: PreviewCommand): Promise<PreviewAccepted> {
  const { request } = command
  const facts = inspectPhoto(command.photo)
  const book = await services.books.find(request.book_id)
  if (!book) throw new AppError('BOOK_NOT_FOUND')
  if (!book.languages.includes(request.language)) throw new AppError('LANGUAGE_NOT_AVAILABLE')
  refuseUnsettable(services.fonts, book, request)

  const shop = await shopOf(services, request.shop_ticket)
  // A ticket is renewed between two tries of the same wish.
  const wish = JSON.stringify({ ...request, shop_ticket: undefined })
  const fingerprint = await sha256Hex(wish + (await sha256Hex(command.photo)))
  const earlier = await findEarlier(services, command.idempotencyKey, fingerprint)
  if (earlier) return answer(services, earlier)
  await refuseTooMany(services, command.address, services.settings.previewsPerAddressPerDay)
  if (shop) await refuseTooMany(services, shop, services.settings.previewsPerShopPerDay)

  const now = services.now()
  const photo = stripMetadata(command.photo, facts)
  const customerId = services.newId('customer')
  const photoId = services.newId('photo')
  const jobId = services.newId('job')
  const unitId = services.newId('unit')
  const key = photoKey(customerId, photoId)
  const sha256 = await sha256Hex(photo)
  const contentType = `image/${facts.type}`
  await services.files.put(key, photo, { contentType, sha256 })
  try {
    await services.together([
      ...(command.idempotencyKey
        ? [
            services.journal.insertKey(
              { scope: 'preview', key: command.idempotencyKey, fingerprint, resource_id: jobId },
              now,
            ),
          ]
        : []),
      services.photos.insert({
        id: photoId,
        customer_id: customerId,
        key,
        sha256,
        bytes: photo.length,
        width_px: facts.widthPx,
        height_px: facts.heightPx,
        content_type: contentType,
        consent_version: request.consent.version,
        created_at: now,
        delete_after_at: now + unpaidPhotoMs,
      }),
      services.jobs.insert({
        id: jobId,
        recipe: 'book-preview',
        customer_id: customerId,
        photo_id: photoId,
        book_id: book.id,
        book_version: book.version,
        request: JSON.stringify({
          child: request.child,
          language: request.language,
          dedication: request.dedication,
        }),
        email: request.email ?? null,
        shop,
        lane: 'turbo',
        state: 'checking_photo',
        created_at: now,
      }),
      services.units.insert({
        id: unitId,
        job_id: jobId,
        kind: 'check-photo',
        slot: 'photo',
        redo: 0,
        seed: 0,
        created_at: now,
      }),
    ])
  } catch (fault) {
    // Nothing is half stored. If a twin with the same key was faster, its preview is the answer.
    await services.files.remove([key])
    const twin = await findEarlier(services, command.idempotencyKey, fingerprint)
    if (twin) return answer(services, twin)
    throw fault
  }
  await nudge(services, [{ kind: 'unit.schedule', unitId }])
  return answer(services, jobId)
}

async function findEarlier(
  services: Pick<Needs, 'journal'>,
  key: string | undefined,
  fingerprint: string,
): Promise<string | undefined> {
  const earlier = key ? await services.journal.findKey('preview', key) : null
  if (!earlier) return undefined
  if (earlier.fingerprint !== fingerprint) throw new AppError('IDEMPOTENCY_KEY_REUSED')
  return earlier.resource_id
}

async function shopOf(services: Needs, ticket: string | undefined): Promise<string | null> {
  if (ticket === undefined) return null
  const shop = await readShopTicket(services.settings.signingKey, ticket, services.now())
  if (!shop) throw new AppError('SHOP_TICKET_INVALID')
  return shop
}

/** Counts one more preview of today for somebody, of whom only a hash is kept. */
async function refuseTooMany(services: Needs, somebody: string, most: number): Promise<void> {
  const day = new Date(services.now()).toISOString().slice(0, 10)
  const addressHash = (await sha256Hex(`${services.settings.signingKey}:${day}:${somebody}`)).slice(0, 32)
  const previews = await services.journal.countPreview(day, addressHash)
  if (previews > most) throw new AppError('RATE_LIMITED')
}

async function answer(services: Needs, jobId: string): Promise<PreviewAccepted> {
  return {
    ...(await previewAddresses(services.settings, jobId)),
    position: await services.scheduler.waiting('cpu'),
  }
}
