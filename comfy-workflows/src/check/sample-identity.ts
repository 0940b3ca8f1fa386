/** The shape of PuLID's identity embedding for FLUX: 32 tokens of 2048 numbers. */
const SHAPE = [1, 32, 2048] as const

/**
 * An identity file of nobody: the right shape and header, its numbers from a generator. Good enough for a server to load
 * and apply; the likeness is noise. Format: safetensors, as comfy-workflows/custom_nodes/foxetales_pulid writes it.
 */
export function sampleIdentity(seed = 1): Uint8Array<ArrayBuffer> {
  const numbers = new Float32Array(SHAPE[0] * SHAPE[1] * SHAPE[2])
  let state = seed >>> 0
  for (let i = 0; i < numbers.length; i++) {
    // A linear congruential generator, constants from Numerical Recipes.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    numbers[i] = state / 2 ** 31 - 1
  }
  const header = {
    __metadata__: { schema: 'foxetales.identity.v1', pulid: 'v0.9.1' },
    identity: { dtype: 'F32', shape: SHAPE, data_offsets: [0, numbers.byteLength] },
  }
  const json = new TextEncoder().encode(JSON.stringify(header))
  const file = new Uint8Array(8 + json.length + numbers.byteLength)
  new DataView(file.buffer).setBigUint64(0, BigInt(json.length), true)
  file.set(json, 8)
  file.set(new Uint8Array(numbers.buffer), 8 + json.length)
  return file
}
