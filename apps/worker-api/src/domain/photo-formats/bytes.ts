import { AppError } from '@foxetales/shared-schemas/errors'

/** Reads that know where the file ends: past it, the photo is incomplete. Offsets in bytes, numbers unsigned. */
export function byteAt(bytes: Uint8Array, offset: number): number {
  const value = bytes[offset]
  if (value === undefined) {
    throw new AppError('PHOTO_TRUNCATED', { at: offset })
  }
  return value
}

/** Big-endian, as in JPEG and PNG. */
export function uint16(bytes: Uint8Array, offset: number): number {
  return byteAt(bytes, offset) * 0x100 + byteAt(bytes, offset + 1)
}

/** Big-endian. */
export function uint32(bytes: Uint8Array, offset: number): number {
  return uint16(bytes, offset) * 0x10000 + uint16(bytes, offset + 2)
}

/** Little-endian, as in RIFF. */
export function uint16Little(bytes: Uint8Array, offset: number): number {
  return byteAt(bytes, offset + 1) * 0x100 + byteAt(bytes, offset)
}

/** Little-endian. */
export function uint24Little(bytes: Uint8Array, offset: number): number {
  return byteAt(bytes, offset + 2) * 0x10000 + uint16Little(bytes, offset)
}

/** Little-endian. */
export function uint32Little(bytes: Uint8Array, offset: number): number {
  return uint16Little(bytes, offset + 2) * 0x10000 + uint16Little(bytes, offset)
}

/** The bytes as Latin letters, as far as there are any: for names of four letters, where a short file is no match. */
export function letters(bytes: Uint8Array, offset: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + length))
}

export function fromLetters(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

export function concatBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((total, part) => total + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}
