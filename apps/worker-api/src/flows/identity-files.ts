import { AppError } from '@foxetales/shared-schemas/errors'
import type { PhotoRow } from '../db/photos.ts'
import { photoOfIdentityKey } from '../domain/file-keys.ts'
import type { Services } from '../services.ts'

type Needs = Pick<Services, 'photos' | 'identities'>

/** A child's identity is kept only while their photo is, and only where a guardian has agreed. */
export function mayKeepIdentity(photo: PhotoRow | null): photo is PhotoRow {
  return photo !== null && photo.deleted_at === null && photo.consent_version !== ''
}

/** The kept identity, for a worker with a link. The photo's row decides: KV may still show what was erased a minute ago. */
export async function readIdentity(services: Needs, key: string): Promise<Uint8Array<ArrayBuffer>> {
  await refuseUnlessKept(services, key)
  const identity = await services.identities.read(key)
  if (!identity) throw new AppError('FILE_NOT_FOUND')
  return identity
}

/** Keeps what a worker has found. A photo that is deleted at the same moment takes its identity with it. */
export async function keepIdentity(
  services: Needs,
  key: string,
  identity: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await refuseUnlessKept(services, key)
  await services.identities.keep(key, identity)
  try {
    await refuseUnlessKept(services, key)
  } catch (fault) {
    await services.identities.forget(key)
    throw fault
  }
}

async function refuseUnlessKept(services: Needs, key: string): Promise<void> {
  const photoId = photoOfIdentityKey(key)
  const photo = photoId ? await services.photos.find(photoId) : null
  if (!mayKeepIdentity(photo)) throw new AppError('FILE_NOT_FOUND')
}
