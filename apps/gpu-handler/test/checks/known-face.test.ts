import type { FaceRegion } from '@foxetales/shared-schemas/book'
import { test } from 'vitest'
import { findKnownFace } from '../../src/checks/known-face.ts'
import { drawArt } from '../book-art.ts'
import { startFakeEdge } from '../fake-edge.ts'
import { bookPageUnit, makeWorkshop, readPortrait } from '../units.ts'

test('a smiling face is held against the photo, a wondering one is not, where the parent approved no page', {
  timeout: 120_000,
}, async ({ expect }) => {
  const edge = await startFakeEdge()
  try {
    const unit = bookPageUnit(edge, await drawArt(256), await readPortrait())
    // The folder is for layers, and none is loaded here.
    const workshop = makeWorkshop(edge, '', 'http://127.0.0.1:1')
    const known = (expression: FaceRegion['expression']) => {
      const face = unit.face && { ...unit.face, expression }
      return findKnownFace({ ...unit, face }, workshop, AbortSignal.timeout(100_000))
    }
    expect(await known('curious')).toBeUndefined()
    expect(await known('happy')).toMatchObject({ from: 'photo' })
  } finally {
    await edge.close()
  }
})
