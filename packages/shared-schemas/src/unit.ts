import * as z from 'zod'
import { faceRegion, fractionBox, pageLight } from './book.ts'
import { childLook, measuredLook } from './child.ts'

/**
 * What worker-api hands to gpu-handler as a RunPod job's `input`, and what comes back in the signed callback.
 * One unit is one RunPod job making one artifact (with its derivatives). Urls are signed, good for one method and one key.
 */

export const signedUrl = z.url({ protocol: /^https?$/ })
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/)

/** A file to fetch; `sha256` where the row already knows it, so that a wrong byte is noticed. */
export const sourceFile = z.object({ url: signedUrl, sha256: sha256Hex.optional() })
export type SourceFile = z.infer<typeof sourceFile>

/** A file to upload with PUT, and the content type it must be sent with. */
export const targetFile = z.object({ url: signedUrl, contentType: z.string() })
export type TargetFile = z.infer<typeof targetFile>

/** A print master: a square JPEG of `sizePx`, 2625 for a page (8.75 in at 300 ppi), 3075 for a cover's front. */
export const printTarget = targetFile.extend({ sizePx: z.int().min(1024).max(6000) })
export type PrintTarget = z.infer<typeof printTarget>

/** Side of the picture in a proof: 117 ppi on the page, enough to read and too little to print. */
export const PROOF_PX = 1024

const unitBase = z.object({
  unitId: z.string(),
  jobId: z.string(),
  /** 1 for the first try; a callback for an older attempt than the row's is ignored. */
  attempt: z.int().positive(),
  callback: z.object({
    url: signedUrl,
    /** Key of the callback's signature, good for this unit and attempt alone. */
    secret: z.string().min(32),
    heartbeatMs: z.int().positive(),
  }),
})

export const checkPhotoUnit = unitBase.extend({
  kind: z.literal('check-photo'),
  photo: sourceFile,
})
export type CheckPhotoUnit = z.infer<typeof checkPhotoUnit>

export const pageLayers = z.object({
  background: sourceFile,
  character: sourceFile,
  personMask: sourceFile,
  parts: sourceFile,
  /** The chosen head of hair; `tinted` says that it takes the child's hair colour. */
  hair: z.object({
    back: sourceFile.optional(),
    front: sourceFile.optional(),
    tinted: z.boolean(),
  }),
  glasses: sourceFile.optional(),
  hearingAid: sourceFile.optional(),
  front: sourceFile.optional(),
})
export type PageLayers = z.infer<typeof pageLayers>

/** Whether the pictures are for sale: then only models whose licence, or a bought one, allows that. */
const commercial = z.boolean()

export const bookPageUnit = unitBase.extend({
  kind: z.literal('book-page'),
  commercial,
  workflow: z.string(),
  seed: z.int().nonnegative(),
  photo: sourceFile,
  /**
   * The child's identity, as it was found for another page, and where to keep it when it is found for this one. Absent
   * where it may not be kept: then it is found in the photo for this page alone.
   */
  identity: z.object({ stored: sourceFile, keep: targetFile }).optional(),
  look: childLook,
  /** How like the photo the face shall be: PuLID's weight; the workflow's own when absent. */
  likeness: z.number().min(0).max(1.5).optional(),
  /** What the photo's check measured; the parent's choices in `look` win. */
  measuredLook: measuredLook.optional(),
  prompt: z.string(),
  artPx: z.int(),
  characterColours: z.object({ skin: z.string(), hair: z.string() }),
  face: faceRegion.nullable(),
  /** Where the story's words will stand; absent on the cover. */
  textBox: fractionBox.optional(),
  /** A page of the same child that the parent approved, to hold this one's face against; `face` is that page's. */
  approvedPage: z.object({ page: sourceFile, face: faceRegion }).optional(),
  light: pageLight,
  layers: pageLayers,
  outputs: z.object({
    page: targetFile,
    person: targetFile,
    preview: targetFile,
    thumbnail: targetFile,
    /** Only after payment. */
    print: printTarget.optional(),
    /** With the print master, for the proof that is looked at before printing: a square JPEG of PROOF_PX. */
    proof: targetFile.optional(),
  }),
})
export type BookPageUnit = z.infer<typeof bookPageUnit>

/** The print master of a page that was approved before: from its stored person layer, never by sampling again. */
export const printMasterUnit = unitBase.extend({
  kind: z.literal('print-master'),
  commercial,
  person: sourceFile,
  artPx: z.int(),
  characterColours: z.object({ skin: z.string(), hair: z.string() }),
  look: childLook,
  measuredLook: measuredLook.optional(),
  light: pageLight,
  layers: pageLayers,
  outputs: z.object({ print: printTarget, proof: targetFile.optional() }),
})
export type PrintMasterUnit = z.infer<typeof printMasterUnit>

export const unitInput = z.discriminatedUnion('kind', [checkPhotoUnit, bookPageUnit, printMasterUnit])
export type UnitInput = z.infer<typeof unitInput>

export const uploadedFile = z.object({
  sha256: sha256Hex,
  bytes: z.int().positive(),
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
})
export type UploadedFile = z.infer<typeof uploadedFile>

export const outputRole = z.enum(['page', 'person', 'preview', 'thumbnail', 'print', 'proof'])
export type OutputRole = z.infer<typeof outputRole>

export const photoRefusal = z.enum([
  'NO_FACE',
  'SEVERAL_FACES',
  'FACE_TOO_SMALL',
  'PHOTO_BLURRED',
  'FACE_TURNED_AWAY',
  'PHOTO_UNREADABLE',
])
export type PhotoRefusal = z.infer<typeof photoRefusal>

/** What is known of a finished page's pixels. Luminances are WCAG 2.2's, 0 black and 1 white. */
export const pageMeasures = z.object({
  /** Share of pixels of more than 0.9 saturation. */
  vivid: z.number().min(0).max(1),
  /** Under the words: the mean, and what a tenth of the text box lies below and above. */
  text: z.object({ mean: z.number(), dark: z.number(), light: z.number() }).optional(),
})
export type PageMeasures = z.infer<typeof pageMeasures>
/** What is looked at on a finished page before anyone sees it: docs/page-checks.md. */
export const pageCheck = z.enum(['face_place', 'likeness', 'tone', 'halo', 'sharpness', 'safety'])
export type PageCheck = z.infer<typeof pageCheck>

/** `accepted` and `refused` end a check; `made` ends a render; `failed` says whether another try may help. */
export const unitResult = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('accepted'),
    widthPx: z.int().positive(),
    heightPx: z.int().positive(),
    faceWidthPx: z.number().positive(),
    look: measuredLook,
  }),
  z.object({ outcome: z.literal('refused'), reason: photoRefusal }),
  z.object({
    outcome: z.literal('made'),
    files: z.partialRecord(outputRole, uploadedFile),
    /** True when a stand-in engine painted it: such a page never reaches a real printer. */
    draft: z.boolean(),
    engine: z.string(),
    timingsMs: z.record(z.string(), z.number()),
    scores: z.record(z.string(), z.number()),
    measures: pageMeasures.optional(),
    /** The checks that even the least bad of its paintings missed: a person has to look at it. */
    failedChecks: z.array(pageCheck).optional(),
    /** How often it was painted until it stood. */
    paintings: z.int().positive().optional(),
  }),
  z.object({
    outcome: z.literal('failed'),
    code: z.string(),
    message: z.string(),
    retryable: z.boolean(),
  }),
])
export type UnitResult = z.infer<typeof unitResult>

/**
 * Body of `POST /callbacks/unit/:token`. The header `foxetales-signature: t=<unix seconds>,v1=<hex hmac-sha256>` signs
 * `<t>.<raw body>` with the callback secret. `started` asks leave to spend GPU time: the answer's `proceed` may be false
 * (already done, cancelled, or a newer attempt exists), and the handler then stops without a result. The answer to every
 * kind carries `proceed`, so a heartbeat learns of a cancellation too.
 */
export const unitCallback = z.discriminatedUnion('event', [
  z.object({ event: z.literal('started'), unitId: z.string(), attempt: z.int() }),
  z.object({
    event: z.literal('heartbeat'),
    unitId: z.string(),
    attempt: z.int(),
    progress: z.number().min(0).max(1),
  }),
  z.object({ event: z.literal('finished'), unitId: z.string(), attempt: z.int(), result: unitResult }),
])
export type UnitCallback = z.infer<typeof unitCallback>

export const unitCallbackAnswer = z.object({ proceed: z.boolean() })
export type UnitCallbackAnswer = z.infer<typeof unitCallbackAnswer>
