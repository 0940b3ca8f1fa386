import type { DeskPhoto } from '@foxetales/shared-schemas/desk'
import { AppError } from '@foxetales/shared-schemas/errors'
import type { Services } from '../services.ts'

const seconds = 120

/**
 * The child's photo for a person of the staff who says why. That they looked is written down before they can. Throws
 * FILE_NOT_FOUND once the photo was deleted.
 */
export async function showPhoto(
  services: Pick<Services, 'now' | 'orders' | 'photos' | 'journal' | 'link'>,
  orderId: string,
  by: { actor: string; reason: string },
): Promise<DeskPhoto> {
  const order = await services.orders.find(orderId)
  if (!order) throw new AppError('ORDER_NOT_FOUND')
  const photo = await services.photos.find(order.photo_id)
  if (!photo || photo.deleted_at !== null) throw new AppError('FILE_NOT_FOUND')
  const now = services.now()
  await services.journal.audit({ subject: orderId, action: 'photo.shown', ...by }, now)
  return {
    photo_url: await services.link({ m: 'GET', k: photo.key }, seconds),
    until: new Date(now + seconds * 1000).toISOString(),
  }
}
