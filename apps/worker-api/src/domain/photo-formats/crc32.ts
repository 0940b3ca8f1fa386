/** CRC-32 as PNG wants it (ISO 3309, reflected polynomial EDB88320), bit by bit: it only ever sees a few bytes. */
export function crc32(bytes: Uint8Array): number {
  let remainder = 0xffffffff
  for (const byte of bytes) {
    remainder ^= byte
    for (let bit = 0; bit < 8; bit++) {
      const carry = remainder & 1
      remainder >>>= 1
      if (carry === 1) {
        remainder ^= 0xedb88320
      }
    }
  }
  return (remainder ^ 0xffffffff) >>> 0
}
