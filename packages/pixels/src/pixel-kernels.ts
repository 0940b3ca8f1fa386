import { readFileSync } from 'node:fs'

/** The part of the WebAssembly JavaScript API that is used here; Node's types leave it to the browser's. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object, imports: object) => { readonly exports: object }
}

/** What `kernels/pixels.ts` exports; there each function is described. Numbers are byte offsets and pixel counts. */
type PixelKernels = {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number }
  resampleRgb(
    from: number,
    fromWidth: number,
    to: number,
    toWidth: number,
    toHeight: number,
    columns: number,
    columnWeights: number,
    columnTaps: number,
    rows: number,
    rowWeights: number,
    rowTaps: number,
    ring: number,
    ringStride: number,
  ): void
  findSkin(
    rgb: number,
    coverage: number,
    part: number,
    found: number,
    pixels: number,
    cbHighest: number,
    crLowest: number,
  ): number
  shiftSkin(
    rgb: number,
    found: number,
    soft: number,
    coverage: number,
    pixels: number,
    redDelta: number,
    greenDelta: number,
    blueDelta: number,
  ): void
}

const PAGE_BYTES = 65_536
/** Vector loads may reach this far past what they need. */
const SLACK_BYTES = 32
const FIRST_FREE_BYTE = 64

// The exports' types are those of the source that the seal names.
export const kernels = new WebAssembly.Instance(
  new WebAssembly.Module(readFileSync(new URL('pixels.wasm', import.meta.url))),
  {},
).exports as unknown as PixelKernels

/**
 * Lays arrays out in the kernels' memory, one after another, and grows it where needed. The memory belongs to one
 * synchronous caller at a time: lay out, run, copy the result out, all before the next `await`.
 *
 * @param sizes bytes of each array
 * @returns the offset of each, and the memory as bytes
 */
export function layOut(...sizes: readonly number[]): { offsets: number[]; bytes: Uint8Array } {
  const offsets: number[] = []
  let end = FIRST_FREE_BYTE
  for (const size of sizes) {
    offsets.push(end)
    end += Math.ceil((size + SLACK_BYTES) / 16) * 16
  }
  const missing = end - kernels.memory.buffer.byteLength
  if (missing > 0) kernels.memory.grow(Math.ceil(missing / PAGE_BYTES))
  return { offsets, bytes: new Uint8Array(kernels.memory.buffer) }
}
