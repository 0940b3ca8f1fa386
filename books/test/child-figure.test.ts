import { hairStyle } from '@foxetales/shared-schemas/child'
import { describe, test } from 'vitest'
import { type ChildOptions, drawChild } from '../generator/rig/child.ts'
import { wardrobe } from '../generator/rig/outfit.ts'
import { type PoseName, poses } from '../generator/rig/poses.ts'

const options: ChildOptions = {
  x: 500,
  y: 600,
  scale: 1,
  pose: 'stand',
  outfit: wardrobe.day,
  skin: '#dba57c',
  hair: '#6b4731',
}

describe('a child of the book', () => {
  test.for(Object.keys(poses) as PoseName[])(
    'can wear every head of hair in the pose %s',
    (pose, { expect }) => {
      const { hair } = drawChild({ ...options, pose })
      expect(Object.keys(hair).toSorted()).toEqual([...hairStyle.options].toSorted())
      for (const style of hairStyle.options) expect(hair[style]?.front).not.toBe('')
    },
  )

  test('shows only the fringe under a hood', ({ expect }) => {
    const { hair, hearingAid } = drawChild({ ...options, hoodUp: true })
    for (const style of hairStyle.options) expect(hair[style]?.back).toBe('')
    expect(hearingAid).toBe('')
  })

  test('keeps the colour of a headscarf whatever the hair is', ({ expect }) => {
    const dark = drawChild({ ...options, hair: '#111111' })
    const fair = drawChild({ ...options, hair: '#e0c080' })
    expect(dark.hair.headscarf).toEqual(fair.hair.headscarf)
    expect(dark.hair.long).not.toEqual(fair.hair.long)
  })

  test('sits in a wheelchair that no other pose has', ({ expect }) => {
    const shapesOf = (pose: PoseName) =>
      drawChild({ ...options, pose })
        .parts.map((part) => part.shapes)
        .join('')
    expect(shapesOf('wheelchair')).toContain('#3c3a44')
    expect(shapesOf('sit')).not.toContain('#3c3a44')
  })

  test('shows no face from behind', ({ expect }) => {
    expect(drawChild({ ...options, pose: 'back' }).face).toBeNull()
  })
})
