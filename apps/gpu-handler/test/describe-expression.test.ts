import { lookOf } from '@foxetales/comfy-lite/draft/expression'
import { expression, gaze } from '@foxetales/shared-schemas/book'
import { describe, test } from 'vitest'
import { writePrompts } from '../src/workflow/describe-child.ts'

/** The last words of a prompt are what a sampler paints: here comfy-lite's, which reads them back. */
const painted = (face: Parameters<typeof writePrompts>[2]) =>
  lookOf(writePrompts('A smiling child wonders at a sad, laughing fox.', { skin_tone: 5 }, face).t5xxl)

describe('how the child looks on a page', () => {
  test.for(expression.options)('reaches the sampler by the prompt alone: %s', (asked, { expect }) => {
    expect(painted({ expression: asked }).expression).toBe(asked)
  })

  test.for(gaze.options)('and where to: %s', (asked, { expect }) => {
    const share = (more: string, less: string) => Number(asked.includes(more)) - Number(asked.includes(less))
    expect(painted({ expression: 'happy', gaze: asked }).gaze).toEqual({
      right: share('right', 'left'),
      down: share('down', 'up'),
    })
  })
})
