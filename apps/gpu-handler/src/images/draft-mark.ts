import { crc32 } from 'node:zlib'
import type { Metadata } from 'sharp'

/** The PNG text keyword by which a stand-in engine says that it painted a picture. */
const DRAFT_KEYWORD = 'foxetales-draft'
/** Signature (8) and IHDR (4 length, 4 type, 13 data, 4 checksum) come first in every PNG. */
const AFTER_HEADER = 33

/** Whether a picture says of itself that it is a draft. */
export function isDraft({ comments }: Metadata): boolean {
  return comments?.some(({ keyword }) => keyword === DRAFT_KEYWORD) ?? false
}

/**
 * The same PNG with the draft's mark as a tEXt chunk (PNG specification, 11.3.3.2), so that a print made from a stored
 * person later is known as a draft too. sharp cannot write text chunks.
 */
export function markDraft(png: Buffer): Buffer<ArrayBuffer> {
  const typeAndData = Buffer.from(`tEXt${DRAFT_KEYWORD}\0true`, 'latin1')
  const chunk = Buffer.alloc(typeAndData.length + 8)
  chunk.writeUInt32BE(typeAndData.length - 4, 0)
  typeAndData.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(typeAndData), chunk.length - 4)
  return Buffer.concat([png.subarray(0, AFTER_HEADER), chunk, png.subarray(AFTER_HEADER)])
}
