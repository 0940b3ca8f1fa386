import type { FractionBox } from '@foxetales/shared-schemas/book'
import sharp from 'sharp'

/** How much of each pixel a layer covers (0 to 255), at a size small enough to look through many. */
export interface Coverage {
  readonly size: number
  readonly alpha: Uint8Array
}

const coveragePx = 384

async function coverageOf(layer: Buffer): Promise<Coverage> {
  const { data } = await sharp(layer)
    .resize(coveragePx, coveragePx)
    .ensureAlpha()
    .extractChannel('alpha')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { size: coveragePx, alpha: data }
}

/** The coverage of everything that may lie under words or over a face: body, hair and what stands before them. */
export async function coveragesOf(layers: ReadonlyMap<string, Buffer>): Promise<Map<string, Coverage>> {
  const looked = [...layers].filter(
    ([name]) => name === 'character' || name === 'front' || name.startsWith('hair '),
  )
  return new Map(
    await Promise.all(looked.map(async ([name, layer]) => [name, await coverageOf(layer)] as const)),
  )
}

/** The coverage at a point in fractions of the page, 0 to 1; 0 outside it. */
export function coverageAt({ size, alpha }: Coverage, x: number, y: number): number {
  const column = Math.floor(x * size)
  const row = Math.floor(y * size)
  if (column < 0 || row < 0 || column >= size || row >= size) return 0
  return (alpha[row * size + column] ?? 0) / 255
}

/** The share of a box that a layer covers, 0 to 1, less what another hides. */
export function coverageOfBox({ size, alpha }: Coverage, box: FractionBox, hiding?: Coverage): number {
  let sum = 0
  let count = 0
  for (let row = Math.floor(box.y * size); row < (box.y + box.height) * size; row++) {
    for (let column = Math.floor(box.x * size); column < (box.x + box.width) * size; column++) {
      const seen = 1 - (hiding?.alpha[row * size + column] ?? 0) / 255
      sum += (alpha[row * size + column] ?? 0) * seen
      count++
    }
  }
  return count === 0 ? 0 : sum / count / 255
}
