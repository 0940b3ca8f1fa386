import { describe, test } from 'vitest'
import type { Face } from '../src/face.ts'
import { MAX_PITCH, MAX_YAW, MIN_FACE_WIDTH_PX, MIN_SHARPNESS, photoVerdict } from '../src/photo-verdict.ts'
import { turnImage } from '../src/quarter-turns.ts'
import { resample } from '../src/resample.ts'

const sharpEnough = () => MIN_SHARPNESS

function faceOf(width: number, yaw = 0): Face {
  return { box: { x: 0, y: 0, width, height: width }, score: 1, yaw, pitch: 0, roll: 0, mesh: [] }
}

describe('the verdict on a photo', () => {
  test('a second face counts from a quarter of the first one’s area', ({ expect }) => {
    expect(photoVerdict([faceOf(200), faceOf(100)], sharpEnough)).toEqual({
      outcome: 'refused',
      reason: 'SEVERAL_FACES',
    })
    expect(photoVerdict([faceOf(200), faceOf(99)], sharpEnough)).toMatchObject({ outcome: 'accepted' })
  })

  test('the width is measured in the original photo, not in the shrunk one', ({ expect }) => {
    const face = faceOf(MIN_FACE_WIDTH_PX / 2)
    expect(photoVerdict([face], sharpEnough)).toEqual({ outcome: 'refused', reason: 'FACE_TOO_SMALL' })
    expect(photoVerdict([face], sharpEnough, 2)).toEqual({ outcome: 'accepted', face })
  })

  test.for([-1, 1])('a face turned away is refused to either side (%i)', (side, { expect }) => {
    expect(photoVerdict([faceOf(200, side * MAX_YAW)], sharpEnough)).toMatchObject({ outcome: 'accepted' })
    expect(photoVerdict([faceOf(200, side * (MAX_YAW + 0.01))], sharpEnough)).toEqual({
      outcome: 'refused',
      reason: 'FACE_TURNED_AWAY',
    })
  })

  test.for([-1, 1])('so is one that looks far up or down (%i)', (side, { expect }) => {
    const face = { ...faceOf(200), pitch: side * MAX_PITCH }
    expect(photoVerdict([face], sharpEnough)).toEqual({ outcome: 'accepted', face })
    expect(photoVerdict([{ ...face, pitch: side * (MAX_PITCH + 0.01) }], sharpEnough)).toEqual({
      outcome: 'refused',
      reason: 'FACE_TURNED_AWAY',
    })
  })
})

describe('pixels on the way to the finder', () => {
  const ramp = { data: Uint8Array.from({ length: 4 * 2 * 3 }, (_, i) => i), width: 4, height: 2 }

  test('four quarter turns give the image back, and one moves the left column to the top', ({ expect }) => {
    const once = turnImage(ramp, 1)
    expect([once.width, once.height]).toEqual([2, 4])
    expect([...once.data.subarray(3, 6)]).toEqual([...ramp.data.subarray(0, 3)])
    expect(turnImage(turnImage(once, 1), 2)).toEqual(ramp)
  })

  test('shrinking averages all covered pixels', ({ expect }) => {
    const stripes = {
      data: new Uint8Array(64 * 4 * 3).map((_, i) => (Math.floor(i / 3) % 2) * 200),
      width: 64,
      height: 4,
    }
    const small = resample(stripes, { x: 0, y: 0, width: 64, height: 4 }, 8, 2)
    for (const value of small.data) expect(Math.abs(value - 100)).toBeLessThan(14)
  })
})
