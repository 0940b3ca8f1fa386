import type { DeskRedo } from '@foxetales/shared-schemas/desk'
import type { Field } from './questions.ts'

/** What may be changed when a page is painted again; left empty, only the seed is new. */
export const repaintingFields: readonly Field[] = [
  {
    name: 'likeness',
    label: 'How like the photo',
    options: [
      ['', 'as always'],
      ['0.7', 'less: softer, more like a drawing'],
      ['1.05', 'more'],
      ['1.2', 'much more'],
    ],
  },
  {
    name: 'skin_tone',
    label: 'Skin tone (Monk scale)',
    options: [
      ['', 'as the parent chose'],
      ...Array.from({ length: 10 }, (_unused, index) => [`${index + 1}`, `${index + 1}`] as const),
    ],
  },
  { name: 'seed', label: 'Seed, to paint an earlier picture again', number: { min: 0, max: 4_294_967_295 } },
]

/** The fields as the request has them. */
export function repainting(fields: Readonly<Record<string, string>>): Omit<DeskRedo, 'reason'> {
  const { likeness, skin_tone: tone, seed } = fields
  return {
    ...(likeness ? { likeness: Number(likeness) } : {}),
    ...(tone ? { skin_tone: Number(tone) } : {}),
    ...(seed ? { seed: Number(seed) } : {}),
  }
}
