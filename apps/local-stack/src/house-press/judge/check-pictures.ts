import sharp from 'sharp'
import type { Finding } from './check-document.ts'
import { isJpeg } from './check-images.ts'
import type { Resolve } from './open-document.ts'
import type { DrawnImage } from './page-marks.ts'

/** The picture is looked at from afar: this many pixels along a side show whether there is anything on it. */
const glancePx = 64
/** Standard deviation of the liveliest channel, of 255. A flat JPEG has less than 1, the palest sky some more. */
const leastDeviation = 1.5

/** Opens every JPEG and looks at it: one that breaks off, or is a single flat colour, is no picture. */
export async function checkPictures(
  imagesByPage: readonly (readonly DrawnImage[])[],
  resolve: Resolve,
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const [index, images] of imagesByPage.entries()) {
    const page = index + 1
    for (const { stream } of images) {
      if (!isJpeg(stream, resolve)) continue
      const finding = await lookAt(stream.data, page)
      if (finding !== undefined) findings.push(finding)
    }
  }
  return findings
}

async function lookAt(jpeg: Uint8Array, page: number): Promise<Finding | undefined> {
  try {
    const glance = sharp(jpeg, { failOn: 'warning' }).resize(glancePx, glancePx, { fit: 'fill' })
    const { channels } = await sharp(await glance.png().toBuffer()).stats()
    const liveliest = Math.max(...channels.map(({ stdev }) => stdev))
    if (liveliest >= leastDeviation) return undefined
    return { code: 'page_blank', page, message: 'Its picture is one flat colour.' }
  } catch (error) {
    const said = error instanceof Error ? error.message : 'unknown fault'
    return { code: 'page_unreadable', page, message: `Its picture cannot be decoded: ${said}.` }
  }
}
