import { test } from 'vitest'
import { placeInteriorText } from '../src/interior-text.ts'
import { pagePt } from '../src/page-geometry.ts'
import { planInterior } from '../src/plan-interior.ts'
import { typesetInterior } from '../src/typeset-interior.ts'
import { sampleFaces, sampleTemplate } from './sample-book.ts'

const faces = await sampleFaces()
const plan = planInterior({
  template: sampleTemplate(3),
  childName: 'Nguyễn Thị Ánh',
  pronouns: 'she',
  language: 'vi',
  dedication: 'Cho con,\nmỗi tối.',
  orderCode: '',
  typeface: 'Literata',
})

test('a screen gets the lines of the print, at the same places', ({ expect }) => {
  const { story } = typesetInterior(faces, plan, [2])
  const printed = plan.pages.find((page) => page.kind === 'picture' && page.story === 2)
  const [placed] = printed ? placeInteriorText(faces, plan, printed) : []
  const shown = story.get(2)
  expect([...story.keys()]).toEqual([2])
  expect(shown?.size).toBeCloseTo((placed?.layout.sizePt ?? 0) / pagePt, 9)
  expect(shown?.lines.map((line) => line.text)).toEqual(placed?.layout.lines.map((line) => line.text))
  for (const [index, line] of (shown?.lines ?? []).entries()) {
    const inPrint = placed?.layout.lines[index]
    expect(line.x * pagePt).toBeCloseTo((placed?.left ?? 0) + (inPrint?.x ?? 0), 6)
    expect(pagePt - line.y * pagePt).toBeCloseTo((placed?.top ?? 0) - (inPrint?.y ?? 0), 6)
  }
})

test("a screen gets the title page and the family's own dedication", ({ expect }) => {
  const { front } = typesetInterior(faces, plan, [])
  expect(front.map((page) => page.role)).toEqual(['title', 'dedication'])
  const [, dedication] = front
  expect(dedication?.texts.flatMap((text) => text.lines.map((line) => line.text))).toEqual([
    'Cho con,',
    'mỗi tối.',
  ])
})
