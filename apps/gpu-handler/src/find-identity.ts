import type { BookPageUnit, TargetFile } from '@foxetales/shared-schemas/unit'
import { MAX_PHOTO_BYTES } from './check-photo.ts'
import { type EngineOptions, runWorkflow } from './comfy/run-workflow.ts'
import { download } from './files/download.ts'
import { putFile } from './files/upload.ts'
import { encodeJpeg } from './images/encode.ts'
import { badAnswer } from './paint-person.ts'
import { readPhoto } from './read-photo.ts'
import { UnitFailure } from './unit-failure.ts'
import type { Workshop } from './workshop.ts'

const MAX_IDENTITY_BYTES = 2_000_000
/** One try: the next page finds it again in a second, and this one should not wait. */
const once = { forMs: 0, pauseMs: 0, maxPauseMs: 0, random: Math.random }

/** A child's identity as the engine's file, and whether it was kept from an earlier page. */
export type Identity = { readonly bytes: Buffer<ArrayBuffer>; readonly wasKept: boolean }

/**
 * The child's identity: the kept one, else found in the photo and kept for the pages and workers after this one. The photo
 * is fetched only then. Pages that start together may each find it: waiting for one another would cost a parent more than
 * a second of GPU time costs us.
 * @throws {UnitFailure} PHOTO_UNREADABLE, NO_FACE_IN_PHOTO, and those of files and engine
 */
export async function findIdentity(
  unit: BookPageUnit,
  workshop: Workshop,
  engine: EngineOptions,
): Promise<Identity> {
  const kept = await readKept(unit, workshop, engine.signal)
  return kept ? { bytes: kept, wasKept: true } : findInPhoto(unit, workshop, engine)
}

/**
 * Does `work` with the child's identity, and once more with one freshly found where the engine cannot use the kept one:
 * another engine or version may have made it.
 */
export async function withIdentity<T>(
  unit: BookPageUnit,
  workshop: Workshop,
  engine: EngineOptions,
  identity: Identity,
  work: (identity: Buffer<ArrayBuffer>) => Promise<T>,
): Promise<T> {
  try {
    return await work(identity.bytes)
  } catch (error) {
    const isStale = error instanceof UnitFailure && error.code === 'IDENTITY_UNUSABLE'
    if (!isStale || !identity.wasKept) throw error
    return work((await findInPhoto(unit, workshop, engine)).bytes)
  }
}

/** Finds the identity in the photo, whatever is kept, and keeps it. */
async function findInPhoto(unit: BookPageUnit, workshop: Workshop, engine: EngineOptions): Promise<Identity> {
  const { guardedFetch } = workshop
  const bytes = await download(guardedFetch, unit.photo, { maxBytes: MAX_PHOTO_BYTES, signal: engine.signal })
  const photo = await readPhoto(bytes)
  if (photo === undefined) {
    throw new UnitFailure('PHOTO_UNREADABLE', 'the photo cannot be read', { retryable: false })
  }
  const jpeg = await encodeJpeg(photo.image)
  const { identity } = await runWorkflow(
    { workflow: 'identity.v1', files: { photo: { name: 'photo.jpg', bytes: jpeg.bytes } }, values: {} },
    { ...engine, onProgress: () => {} },
  )
  if (!identity) throw badAnswer('the picture engine saved no identity')
  if (unit.identity) await keep(workshop, unit.identity.keep, identity, engine.signal)
  return { bytes: identity, wasKept: false }
}

async function readKept(unit: BookPageUnit, { guardedFetch }: Workshop, signal: AbortSignal) {
  if (!unit.identity) return undefined
  const options = { maxBytes: MAX_IDENTITY_BYTES, signal, retries: once }
  return orNothing(download(guardedFetch, unit.identity.stored, options))
}

async function keep(
  { guardedFetch }: Workshop,
  target: TargetFile,
  bytes: Buffer<ArrayBuffer>,
  signal: AbortSignal,
): Promise<void> {
  await orNothing(putFile(guardedFetch, target, bytes, signal, once))
}

/**
 * Undefined where a file cannot be had or stored. Identities are a cache: the page is made without it, a second later. An
 * abort is still an abort.
 */
async function orNothing<T>(transfer: Promise<T>): Promise<T | undefined> {
  try {
    return await transfer
  } catch (error) {
    if (error instanceof UnitFailure) return undefined
    throw error
  }
}
