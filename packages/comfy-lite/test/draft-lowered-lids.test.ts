import { loadFaceFinder } from '@foxetales/face-finder/face-finder'
import { describe, test } from 'vitest'
import { middle, type Point } from '../src/draft/frontal-face.ts'
import { EYES } from '../src/draft/landmark-groups.ts'
import { loweredLids } from '../src/draft/lowered-lids.ts'
import { findPhotoFace } from '../src/draft/photo-face.ts'
import { toRgb } from '../src/draft/rgb-image.ts'
import { storybookShape } from '../src/draft/storybook-shape.ts'
import { facePhoto, GROUP_PHOTO_FACES, LOWERED_EYES_FACE } from './draft-pages.ts'

const finder = await loadFaceFinder()
const meshOf = async (face: Parameters<typeof facePhoto>[0]) =>
  (await findPhotoFace(finder, toRgb(await facePhoto(face)))).mesh

/** Height of each eye's opening in widths. */
function openings(shape: readonly Point[]): number[] {
  return EYES.map(({ upperLid, lowerLid }) => {
    const [[outer], [inner]] = [middle(shape, upperLid.slice(0, 1)), middle(shape, upperLid.slice(-1))]
    const height = middle(shape, lowerLid.slice(3, 6))[1] - middle(shape, upperLid.slice(3, 6))[1]
    return height / Math.abs(outer - inner)
  })
}

describe('a photo of somebody who looks down', () => {
  test('is drawn with eyes as open as most people’s, on either side', async ({ expect }) => {
    const mesh = await meshOf(LOWERED_EYES_FACE)
    expect(loweredLids(mesh)).toBe(1)
    for (const likeness of [0, 0.6, 1])
      for (const opening of openings(storybookShape(mesh, likeness))) {
        expect(opening).toBeGreaterThan(0.3)
        expect(opening).toBeLessThan(0.5)
      }
  })

  test('is told from photos of people who laugh or look aside: their lids stay their own', async ({
    expect,
  }) => {
    for (const face of GROUP_PHOTO_FACES) expect(loweredLids(await meshOf(face))).toBe(0)
  })
})
