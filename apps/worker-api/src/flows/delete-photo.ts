import type { Services } from '../services.ts'

/** Deletes a photo's bytes, then says so in its row. Repeating it is harmless. */
export async function deletePhoto(
  services: Pick<Services, 'now' | 'photos' | 'files' | 'journal'>,
  photoId: string,
  reason: string,
): Promise<void> {
  const photo = await services.photos.find(photoId)
  if (!photo || photo.deleted_at !== null) return
  await services.files.remove([photo.key])
  await services.photos.markDeleted(photo.id, reason, services.now())
  await services.journal.audit(
    { subject: photo.id, action: 'photo.deleted', actor: 'system', reason },
    services.now(),
  )
}
