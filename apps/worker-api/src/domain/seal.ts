/** AES-256-GCM over bytes (NIST SP 800-38D), its key by HKDF (RFC 5869) from one of the Worker's secrets. Web Crypto only. */

const encoder = new TextEncoder()
const IV_BYTES = 12

async function sealingKey(secret: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveKey'])
  const derivation = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: encoder.encode('foxetales identity'),
  }
  const algorithm = { name: 'AES-GCM', length: 256 }
  return crypto.subtle.deriveKey(derivation, material, algorithm, false, ['encrypt', 'decrypt'])
}

/**
 * The initialisation vector, the ciphertext and its tag. `name` is where the bytes will lie: they open under no other, so
 * that one child's can never be read as another's.
 */
export async function seal(
  secret: string,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const algorithm = { name: 'AES-GCM', iv, additionalData: encoder.encode(name) }
  const locked = await crypto.subtle.encrypt(algorithm, await sealingKey(secret), bytes)
  const sealed = new Uint8Array(IV_BYTES + locked.byteLength)
  sealed.set(iv)
  sealed.set(new Uint8Array(locked), IV_BYTES)
  return sealed
}

/** Undefined when the bytes were not sealed under this name with this secret, or were changed since. */
export async function unseal(
  secret: string,
  name: string,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const algorithm = {
    name: 'AES-GCM',
    iv: sealed.subarray(0, IV_BYTES),
    additionalData: encoder.encode(name),
  }
  const key = await sealingKey(secret)
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed.subarray(IV_BYTES)))
  } catch {
    return undefined
  }
}
