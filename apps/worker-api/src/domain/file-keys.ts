import type { OutputRole } from '@foxetales/shared-schemas/unit'

/** Where bytes live in R2. A key says what it holds, and a redo or retry gets the next version: nothing is overwritten. */

export function photoKey(customerId: string, photoId: string): string {
  return `photos/${customerId}/${photoId}/original`
}

const identityKeyShape = /^pulid_emb\/[^/]+\/([^/]+)$/

/** Where a child's identity lies in KV. */
export function identityKey(customerId: string, photoId: string): string {
  return `pulid_emb/${customerId}/${photoId}`
}

/** The photo whose identity a key is for; undefined for the key of any other file. */
export function photoOfIdentityKey(key: string): string | undefined {
  return identityKeyShape.exec(key)?.[1]
}

const endings: Record<OutputRole, string> = {
  page: 'png',
  person: 'person.png',
  preview: 'preview.webp',
  thumbnail: 'thumbnail.webp',
  print: 'print.jpg',
  proof: 'proof.jpg',
}

const contentTypes: Record<OutputRole, string> = {
  page: 'image/png',
  person: 'image/png',
  preview: 'image/webp',
  thumbnail: 'image/webp',
  print: 'image/jpeg',
  proof: 'image/jpeg',
}

/** `pages/{job}/page_07.v2.preview.webp` */
export function artifactKey(jobId: string, slot: string, version: number, role: OutputRole): string {
  return `pages/${jobId}/${slot}.v${version}.${endings[role]}`
}

export function artifactContentType(role: OutputRole): string {
  return contentTypes[role]
}

/** The files of an assembled book. For printers that take one file the cover is part of `full_book`. */
export type BookPart = 'full_book' | 'cover'

export function bookKey(orderId: string, part: BookPart, version: number): string {
  return `books/${orderId}/${part}.v${version}.pdf`
}

/** Content type by the ending of a key; photos keep theirs in the object's own metadata. */
export function contentTypeOfKey(key: string): string {
  if (key.endsWith('.png')) return 'image/png'
  if (key.endsWith('.webp')) return 'image/webp'
  if (key.endsWith('.jpg')) return 'image/jpeg'
  if (key.endsWith('.pdf')) return 'application/pdf'
  return 'application/octet-stream'
}
