import type { FaceRegion } from '@foxetales/shared-schemas/book'
import sharp from 'sharp'
import { type Coverage, coverageAt } from './coverage.ts'

/** A face lower than this is too small to be like anybody. */
const leastFacePx = 100

/** Spots of the face in its own radii: across to the right, down. The eyes lie where the engine paints them. */
const maskSpots = [
  [0, 0],
  [0.6, 0],
  [-0.6, 0],
  [0, 0.6],
  [0, -0.6],
] as const
const eyeSpots = [
  [-0.38, -0.07],
  [0.38, -0.07],
] as const
const mouthSpots = [
  [0, 0.5],
  [-0.18, 0.5],
  [0.18, 0.5],
] as const

type Spot = readonly [across: number, down: number]

const onPage = (face: FaceRegion, [across, down]: Spot): { x: number; y: number } => {
  const angle = (face.tilt * Math.PI) / 180
  const dx = across * face.rx
  const dy = down * face.ry
  return {
    x: face.cx + dx * Math.cos(angle) - dy * Math.sin(angle),
    y: face.cy + dx * Math.sin(angle) + dy * Math.cos(angle),
  }
}

/** The face: large enough, inside the mask, and free of hair at eyes and mouth. */
export async function faceProblems(
  face: FaceRegion,
  artPx: number,
  mask: Buffer | undefined,
  coverages: ReadonlyMap<string, Coverage>,
): Promise<string[]> {
  const problems: string[] = []
  const height = Math.round(face.ry * 2)
  if (height < leastFacePx) {
    problems.push(`the face is ${height} px high, ${leastFacePx} at least: draw the child larger`)
  }
  if (mask) problems.push(...(await maskProblems(face, artPx, mask)))
  for (const [name, coverage] of coverages) {
    if (name.startsWith('hair ') && name.endsWith(' front')) {
      problems.push(...hairProblems(name, coverage, face, artPx))
    }
  }
  return problems
}

async function maskProblems(face: FaceRegion, artPx: number, mask: Buffer): Promise<string[]> {
  const { data, info } = await sharp(mask).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
  const white = ({ x, y }: { x: number; y: number }): boolean =>
    (data[(Math.round(y) * info.width + Math.round(x)) * info.channels] ?? 0) > 200
  const problems: string[] = []
  if (maskSpots.some((spot) => !white(onPage(face, spot)))) {
    problems.push('something covers the face, or the mask leaves it out')
  }
  if (white({ x: 2, y: 2 }) || white({ x: artPx - 3, y: 2 })) {
    problems.push('the mask leaks into the upper corners: only the child is white')
  }
  return problems
}

function hairProblems(name: string, coverage: Coverage, face: FaceRegion, artPx: number): string[] {
  const covers = (spots: readonly Spot[]): boolean =>
    spots.some((spot) => {
      const { x, y } = onPage(face, spot)
      return coverageAt(coverage, x / artPx, y / artPx) > 0.5
    })
  return [
    ...(covers(eyeSpots) ? [`${name} covers an eye: cut the hair back above the face`] : []),
    ...(covers(mouthSpots) ? [`${name} covers the mouth: cut the hair back beside the face`] : []),
  ]
}
