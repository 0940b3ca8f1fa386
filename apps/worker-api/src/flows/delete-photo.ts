import { identityKey } from '../domain/file-keys.ts'
import type { Services } from '../services.ts'

/** Deletes a photo's bytes and the identity found in it, then says so in its row. Repeating it is harmless. */
export async function deletePhoto(
  services: Pick<Services, 'now' | 'photos' | 'files' | 'identities' | 'journal'>,
  photoId: string,
  reason: string,
): Promise<void> {
  const photo = await services.photos.find(photoId)
  if (!photo || photo.deleted_at !== null) return
  const identity = identityKey(photo.customer_id, photo.id)
  await services.files.remove([photo.key])
  await services.identities.forget(identity)
  await services.photos.markDeleted(photo.id, reason, services.now())
  // Once more after the row, which lets no worker keep another: one may have arrived in between.
  await services.identities.forget(identity)
  await services.journal.audit(
    { subject: photo.id, action: 'photo.deleted', actor: 'system', reason },
    services.now(),
  )
}
