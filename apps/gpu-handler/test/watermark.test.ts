import { describe, test } from 'vitest'
import { strokeWords } from '../src/images/stroke-letters.ts'
import { watermark } from '../src/images/watermark.ts'

const SIZE = 800

describe('the preview’s mark', () => {
  test('reaches every part of the picture and hides none of it', async ({ expect }) => {
    const mark = await watermark(SIZE)
    const alphaAt = (x: number, y: number) => mark.data[(y * SIZE + x) * 4 + 3] ?? 0
    for (let top = 0; top < SIZE; top += 100) {
      for (let left = 0; left < SIZE; left += 100) {
        let marked = 0
        for (let i = 0; i < 10_000; i++) {
          if (alphaAt(left + (i % 100), top + Math.floor(i / 100)) > 60) marked++
        }
        expect(marked, `the piece at ${left}, ${top}`).toBeGreaterThan(200)
        expect(marked).toBeLessThan(5_000)
      }
    }
    const strongest = mark.data.reduce((most, value, at) => (at % 4 === 3 ? Math.max(most, value) : most), 0)
    expect(strongest).toBeLessThan(180)
  })

  test('is drawn in strokes, because a bare machine has no fonts', ({ expect }) => {
    const { svg, width } = strokeWords('Fox pox')
    expect(svg).not.toContain('<text')
    expect(svg.match(/<path/g)).toHaveLength(6)
    expect(width).toBeGreaterThan(50)
    expect(() => strokeWords('Ä')).toThrow(RangeError)
  })
})
