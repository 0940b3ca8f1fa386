import fc from 'fast-check'
import { describe, test } from 'vitest'
import { chooseInk, contrast, luminance } from '../src/choose-ink.ts'
import { planInterior } from '../src/plan-interior.ts'
import { typesetInterior } from '../src/typeset-interior.ts'
import { sampleFaces, sampleTemplate } from './sample-book.ts'
import { writtenBook } from './written-file.ts'

const dark = '#3a2f2a'

describe('ink on a picture', () => {
  test('stays the book’s own where it reads, or where nothing was measured', ({ expect }) => {
    expect(chooseInk(dark, undefined)).toEqual({ ink: dark })
    expect(chooseInk(dark, { mean: 0.7, dark: 0.4, light: 0.9 })).toEqual({ ink: dark })
  })

  test('turns light over a dark picture, and dark over a light one', ({ expect }) => {
    const night = { mean: 0.03, dark: 0.01, light: 0.06 }
    const snow = { mean: 0.8, dark: 0.7, light: 0.95 }
    expect(chooseInk(dark, night)).toEqual({ ink: '#fdf3dc' })
    expect(chooseInk('#fdf3dc', snow)).toEqual({ ink: dark })
  })

  test('gets a card where neither reads', ({ expect }) => {
    const lively = { mean: 0.3, dark: 0.02, light: 0.9 }
    expect(chooseInk(dark, lively)).toEqual({ ink: dark, ground: '#fdf6e7' })
    expect(chooseInk('#fdf3dc', lively)).toEqual({ ink: '#fdf3dc', ground: '#2b2740' })
  })

  test('always has a contrast of 4.5 on what it stands on, whatever the picture', ({ expect }) => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(share, share, share, fc.constantFrom(dark, '#fdf3dc'), (one, two, three, ink) => {
        const [low = 0, mean = 0, high = 0] = [one, two, three].sort((a, b) => a - b)
        const choice = chooseInk(ink, { mean, dark: low, light: high })
        const on = choice.ground ? luminance(choice.ground) : mean
        expect(contrast(luminance(choice.ink), on)).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })
})

test('screen and print lay the same card under the same words', async ({ expect }) => {
  const faces = await sampleFaces()
  const lively = new Map([[2, { mean: 0.3, dark: 0.02, light: 0.9 }]])
  const words = {
    template: sampleTemplate(3),
    childName: 'Mai',
    pronouns: 'she',
    language: 'en',
    orderCode: 'FX-12AB34',
    typeface: faces.name,
  } as const
  const plan = planInterior({ ...words, light: lively })
  const shown = typesetInterior(faces, plan, [1, 2]).story
  expect(shown.get(1)?.ground).toBeUndefined()
  const card = shown.get(2)?.ground
  const lines = shown.get(2)?.lines ?? []
  expect(card?.colour).toBe('#fdf6e7')
  for (const line of lines) {
    expect(line.x).toBeGreaterThan(card?.x ?? 1)
    expect(line.y).toBeGreaterThan(card?.y ?? 1)
    expect(line.y).toBeLessThan((card?.y ?? 0) + (card?.height ?? 0))
  }
  const { order } = await writtenBook({ storyPages: 3, name: 'Mai', language: 'en' })
  const pages = plan.pages.map((page) => ({ kind: 'interior', page }) as const)
  const { drawInterior } = await import('../src/draw-interior.ts')
  const { openPdf } = await import('../src/open-pdf.ts')
  const pdf = await openPdf({ ...order, language: 'en', identity: '' })
  const drawn = drawInterior(pdf, plan, pages[4]?.page ?? { kind: 'text', role: 'blank', paragraphs: [] })
  const left = Math.round((card?.x ?? 0) * 630 * 1000) / 1000
  expect(drawn).toMatch(/^0\.992 0\.965 0\.906 rg /m)
  expect(drawn).toContain(` ${left} `)
})
