import type { BookTemplate, PageArt, StoryPage } from '@foxetales/shared-schemas/book'
import { language } from '@foxetales/shared-schemas/book'
import {
  type ChildLook,
  child,
  childLook,
  type MeasuredLook,
  measuredLook,
} from '@foxetales/shared-schemas/child'
import { pageWish } from '@foxetales/shared-schemas/desk'
import { AppError } from '@foxetales/shared-schemas/errors'
import type {
  OutputRole,
  PageLayers,
  PrintTarget,
  TargetFile,
  UnitInput,
} from '@foxetales/shared-schemas/unit'
import * as z from 'zod'
import type { JobRow } from '../db/jobs.ts'
import type { UnitRow } from '../db/units.ts'
import { accessToken, callbackSecret } from '../domain/access-tokens.ts'
import { artifactContentType, artifactKey, identityKey } from '../domain/file-keys.ts'
import { hairArtOf, hairStyleOf } from '../domain/hair-style.ts'
import { slotPage } from '../domain/page-plan.ts'
import type { Services } from '../services.ts'
import { approvedPage } from './approved-page.ts'
import { mayKeepIdentity } from './identity-files.ts'

type Needs = Pick<Services, 'photos' | 'artifacts' | 'orders' | 'units' | 'books' | 'link' | 'settings'>

/** What a book job keeps of the parent's request. */
export const bookRequest = z.object({ child, language, dedication: z.string().optional() })
export type BookRequest = z.infer<typeof bookRequest>

/** Links live long enough for a cold GPU worker and a queue. */
const linkSeconds = 6 * 3600
const heartbeatMs = 3000
const pagePrintPx = 2625
/** The cover's front panel with its wrap is 10.25 in high. */
const coverPrintPx = 3075
const bytesAllowed: Record<OutputRole, number> = {
  page: 8_000_000,
  person: 8_000_000,
  preview: 2_000_000,
  thumbnail: 500_000,
  print: 25_000_000,
  proof: 2_000_000,
}
const identityBytesAllowed = 2_000_000
const identityContentType = 'application/octet-stream'

/** Everything a worker needs to make one unit, and nothing more: signed links, the child's look, never a name. */
export async function buildUnitInput(services: Needs, unit: UnitRow, job: JobRow): Promise<UnitInput> {
  const { publicUrl, signingKey } = services.settings
  const base = {
    unitId: unit.id,
    jobId: job.id,
    attempt: unit.attempt,
    callback: {
      url: `${publicUrl}/callbacks/unit/${unit.id}.${await accessToken(signingKey, 'unit', unit.id)}`,
      secret: await callbackSecret(signingKey, unit.id, unit.attempt),
      heartbeatMs,
    },
  }
  if (unit.kind === 'check-photo')
    return { ...base, kind: 'check-photo', photo: await photoSource(services, job) }

  const book = await services.books.find(job.book_id, job.book_version)
  if (!book) throw new AppError('BOOK_NOT_FOUND')
  const illustration = illustrationOf(book, unit.slot)
  const wish = pageWish.parse(JSON.parse(unit.wish ?? '{}'))
  const look = { ...lookOf(job), ...(wish.skin_tone ? { skin_tone: wish.skin_tone } : {}) }
  const measured = await measuredLookOf(services, job)
  const common = {
    ...base,
    look,
    // A trial by staff is shown to nobody who pays.
    commercial: job.recipe !== 'book-page',
    ...(measured ? { measuredLook: measured } : {}),
    artPx: book.artPx,
    characterColours: book.characterColours,
    light: illustration.light,
    layers: await layerSources(services, book, illustration.art, look, measured),
  }
  if (unit.kind === 'print-master') {
    const person = await approvedPerson(services, job, unit.slot)
    return { ...common, kind: 'print-master', person, outputs: await printOutputs(services, unit) }
  }
  const { face } = illustration
  const approved = face ? await approvedPage(services, book, job, face, linkSeconds) : undefined
  return {
    ...common,
    kind: 'book-page',
    workflow: workflowOf(illustration.face !== null, job.recipe === 'book-full'),
    seed: unit.seed,
    ...(wish.likeness && illustration.face ? { likeness: wish.likeness } : {}),
    photo: await photoSource(services, job),
    ...(illustration.face ? await identityLinks(services, job) : {}),
    prompt: illustration.prompt,
    face: illustration.face,
    ...(illustration.textBox ? { textBox: illustration.textBox } : {}),
    ...(approved ? { approvedPage: approved } : {}),
    outputs: {
      page: await target(services, unit, 'page'),
      person: await target(services, unit, 'person'),
      preview: await target(services, unit, 'preview'),
      thumbnail: await target(services, unit, 'thumbnail'),
      ...(job.recipe === 'book-full' ? await printOutputs(services, unit) : {}),
    },
  }
}

function workflowOf(showsFace: boolean, isPrinted: boolean): string {
  if (isPrinted) return showsFace ? 'book-page-print.v1' : 'book-page-faceless-print.v1'
  return showsFace ? 'book-page.v1' : 'book-page-faceless.v1'
}

function illustrationOf(
  book: BookTemplate,
  slot: string,
): Pick<StoryPage, 'prompt' | 'face' | 'light' | 'art'> & Partial<Pick<StoryPage, 'textBox'>> {
  if (slot === 'cover') return book.cover
  const page = book.pages.find((candidate) => candidate.number === slotPage(slot))
  if (!page) throw new AppError('PAGE_NOT_FOUND', { slot })
  return page
}

function lookOf(job: JobRow): ChildLook {
  const { name: _name, pronouns: _pronouns, ...look } = bookRequest.parse(JSON.parse(job.request)).child
  return childLook.parse(look)
}

async function photoSource(services: Needs, job: JobRow) {
  const photo = await services.photos.find(job.photo_id)
  if (!photo || photo.deleted_at !== null) throw new AppError('PREVIEW_EXPIRED')
  return { url: await services.link({ m: 'GET', k: photo.key }, linkSeconds), sha256: photo.sha256 }
}

/** Where the child's identity may lie already, and where it may be kept; none without a guardian's consent. */
async function identityLinks(services: Needs, job: JobRow) {
  const photo = await services.photos.find(job.photo_id)
  if (!mayKeepIdentity(photo)) return {}
  const k = identityKey(photo.customer_id, photo.id)
  const stored = { url: await services.link({ m: 'GET', k }, linkSeconds) }
  const put = { m: 'PUT', k, t: identityContentType, b: identityBytesAllowed } as const
  return { identity: { stored, keep: { url: await services.link(put, linkSeconds), contentType: put.t } } }
}

async function measuredLookOf(services: Needs, job: JobRow): Promise<MeasuredLook | undefined> {
  const photo = await services.photos.find(job.photo_id)
  return photo?.measured_look ? measuredLook.parse(JSON.parse(photo.measured_look)) : undefined
}

/** The layers of this child's page: only the head of hair they wear, and glasses or a hearing aid where they do. */
async function layerSources(
  services: Needs,
  book: BookTemplate,
  art: PageArt,
  look: ChildLook,
  measured: MeasuredLook | undefined,
): Promise<PageLayers> {
  const source = async (layer: { file: string; sha256: string }) => ({
    url: await services.link(
      { m: 'GET', k: `templates/${book.id}/${book.version}/${layer.file}` },
      linkSeconds,
    ),
    sha256: layer.sha256,
  })
  const hair = hairArtOf(art, hairStyleOf(look.hair, measured?.hair))
  const glasses = look.glasses ?? measured?.glasses
  return {
    background: await source(art.background),
    character: await source(art.character),
    personMask: await source(art.personMask),
    parts: await source(art.parts),
    hair: {
      ...(hair.art?.back ? { back: await source(hair.art.back) } : {}),
      ...(hair.art?.front ? { front: await source(hair.art.front) } : {}),
      tinted: hair.tinted,
    },
    ...(glasses && art.glasses ? { glasses: await source(art.glasses) } : {}),
    ...(look.hearing_aid && art.hearingAid ? { hearingAid: await source(art.hearingAid) } : {}),
    ...(art.front ? { front: await source(art.front) } : {}),
  }
}

async function target(services: Needs, unit: UnitRow, role: OutputRole): Promise<TargetFile> {
  const contentType = artifactContentType(role)
  const key = artifactKey(unit.job_id, unit.slot, unit.artifact_version, role)
  return {
    url: await services.link({ m: 'PUT', k: key, t: contentType, b: bytesAllowed[role] }, linkSeconds),
    contentType,
  }
}

/** What is wanted of a page that was paid for. */
async function printOutputs(services: Needs, unit: UnitRow) {
  return { print: await printTarget(services, unit), proof: await target(services, unit, 'proof') }
}

async function printTarget(services: Needs, unit: UnitRow): Promise<PrintTarget> {
  return {
    ...(await target(services, unit, 'print')),
    sizePx: unit.slot === 'cover' ? coverPrintPx : pagePrintPx,
  }
}

/** The person layer of the page that the parent approved, in the preview this render belongs to. */
async function approvedPerson(services: Needs, job: JobRow, slot: string) {
  const order = await services.orders.ofRenderJob(job.id)
  if (!order) throw new AppError('ORDER_NOT_FOUND')
  const artifacts = await services.artifacts.current(order.preview_job_id)
  const person = artifacts.find((artifact) => artifact.slot === slot && artifact.role === 'person')
  if (!person) throw new AppError('PAGE_NOT_FOUND', { slot })
  return { url: await services.link({ m: 'GET', k: person.key }, linkSeconds), sha256: person.sha256 }
}
