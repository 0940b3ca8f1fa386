import { circle, place, stroke } from '../../svg.ts'
import { rainbowDrop, sunsetSlice, warmSpark } from './gifts.ts'

const gold = '#ffd77a'

/** Tale, drawn with light. */
const foxOfLight = (x: number, y: number, scale: number): string =>
  place(
    { x, y, scale },
    stroke(
      'M-50,-10 C-58,-46 -56,-80 -46,-92 C-30,-84 -18,-66 -10,-50 C-4,-51 4,-51 10,-50 C18,-66 30,-84 46,-92 C56,-80 58,-46 50,-10 C56,6 62,14 70,20 C56,36 30,44 16,52 C8,57 -8,57 -16,52 C-30,44 -56,36 -70,20 C-62,14 -56,6 -50,-10Z',
      gold,
      7,
    ) +
      stroke('M-32,0 q10,-10 20,0 M12,0 q10,-10 20,0', gold, 6) +
      circle(0, 32, 8, gold),
  )

export type WordOfLight = { x: number; y: number; scale: number; kind: 'drop' | 'slice' | 'spark' | 'fox' }

/** The words of the story as shapes of light: what was lost in the storm comes back by being told. */
export const wordsOfLight = (words: readonly WordOfLight[]): string =>
  words
    .map(({ x, y, scale, kind }) => {
      if (kind === 'drop') return rainbowDrop(x, y, scale)
      if (kind === 'slice') return sunsetSlice(x, y, scale)
      if (kind === 'spark') return warmSpark(x, y, scale)
      return foxOfLight(x, y, scale)
    })
    .join('')
