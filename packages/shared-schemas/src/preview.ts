import * as z from 'zod'
import { language } from './book.ts'
import { child } from './child.ts'
import { dedication } from './dedication.ts'
import { typesetPage, typesetText } from './typeset.ts'
import { photoRefusal } from './unit.ts'

export const consent = z.strictObject({
  /** A parent or guardian agrees that the photo is used, and face features analysed, to make this book. */
  guardian: z.literal(true),
  /** Which wording they agreed to. */
  version: z.string().min(1).max(40),
})

/** `POST /api/preview` without the photo, which travels beside it (multipart file or base64 in JSON). */
export const previewRequest = z.strictObject({
  book_id: z.string().min(1).max(40),
  child,
  language,
  dedication: dedication.optional(),
  /** Where to write that the pages are ready; asked for nothing else, and forgotten with the photo. */
  email: z.email().max(254).optional(),
  consent,
  /** What a shop's page got through its app proxy: says for which shop the preview is made. */
  shop_ticket: z.string().max(200).optional(),
})
export type PreviewRequest = z.infer<typeof previewRequest>

export const jobState = z.enum([
  'received',
  'checking_photo',
  'rendering',
  'ready',
  'approved',
  'refused',
  'expired',
  'failed',
])
export type JobState = z.infer<typeof jobState>

export const previewAccepted = z.object({
  preview_id: z.string(),
  token: z.string(),
  status_url: z.url(),
  live_url: z.url(),
  /** How many units wait before this one's first; 0 when it is next or running. */
  position: z.int().nonnegative(),
})
export type PreviewAccepted = z.infer<typeof previewAccepted>

export const pageStatus = z.object({
  page: z.int().positive(),
  state: z.enum(['waiting', 'rendering', 'done', 'failed']),
  progress: z.number().min(0).max(1),
  /** Signed, short-lived, watermarked. */
  preview_url: z.url().optional(),
  thumbnail_url: z.url().optional(),
  sha256: z.string().optional(),
  /** Our own checks are not content with the picture: if it is ordered, a person looks at it before it is printed. */
  doubtful: z.boolean().optional(),
  /** The parent may have it painted once more, free. */
  may_redo: z.boolean(),
  /** The page's words, drawn over its picture: they are not part of the image, which no name ever enters. */
  text: typesetText.optional(),
})
export type PageStatus = z.infer<typeof pageStatus>

/** `GET /api/preview/:id`, and each message of its WebSocket. */
export const previewStatus = z.object({
  preview_id: z.string(),
  state: jobState,
  book_id: z.string(),
  language,
  /** Units ahead in the queue, while any of its own wait. */
  position: z.int().nonnegative().optional(),
  /** What the job waits for, in words for a person; absent while it moves. */
  waiting_for: z.string().optional(),
  pages: z.array(pageStatus),
  /** Title page and dedication, as they will be printed; empty once the child's data is deleted. */
  front: z.array(typesetPage),
  /** True when a stand-in engine painted the pages: they cannot be sent to a real printer. */
  draft: z.boolean(),
  refusal: z.object({ reason: photoRefusal, advice: z.string() }).optional(),
  failure: z.string().optional(),
  photo_deleted: z.boolean(),
  /** What became of it: a paid order, and what opens it. */
  order: z.object({ order_id: z.string(), token: z.string() }).optional(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
})
export type PreviewStatus = z.infer<typeof previewStatus>

/** What a parent can do about a refused photo. */
export const photoAdvice: Record<z.infer<typeof photoRefusal>, string> = {
  NO_FACE:
    'We could not find a face. Please choose a photo in which the face looks at the camera in good light.',
  SEVERAL_FACES: 'We found several faces. Please choose a photo of one child alone, or crop the others out.',
  FACE_TOO_SMALL: 'The face is too small. Please choose a photo taken from closer.',
  PHOTO_BLURRED: 'The face is blurred. Please choose a sharper photo.',
  FACE_TURNED_AWAY: 'The face is turned away. Please choose a photo in which the child looks at the camera.',
  PHOTO_UNREADABLE: 'We could not read the photo. Please save it as JPEG and upload it again.',
}
