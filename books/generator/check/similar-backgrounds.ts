import { hashDistance, perceptualHash } from './perceptual-hash.ts'
import type { Problem } from './problem.ts'

/** Backgrounds closer than this many of 64 bits look like one picture used twice. */
const leastDistance = 12

/** Pairs of pages whose backgrounds a reader would take for the same picture. */
export async function similarBackgrounds(
  pages: readonly { where: string; background: Buffer }[],
): Promise<Problem[]> {
  const hashed = await Promise.all(
    pages.map(async ({ where, background }) => ({ where, hash: await perceptualHash(background) })),
  )
  return hashed.flatMap(({ where, hash }, index) =>
    hashed.slice(index + 1).flatMap((other) => {
      const distance = hashDistance(hash, other.hash)
      return distance < leastDistance
        ? [
            {
              where,
              what: `the background looks like that of ${other.where} (${distance} of 64 bits apart, ${leastDistance} at least): change the view, the horizon or the time of day`,
            },
          ]
        : []
    }),
  )
}
