/** `crypto.randomUUID` wants https; a phone that tries the shop on a laptop in the same room has none. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
