import type { Story } from '../../story.ts'
import { cover } from './cover.ts'
import { pages1to6 } from './scenes-01-06.ts'
import { pages7to9 } from './scenes-07-09.ts'
import { pages10to12 } from './scenes-10-12.ts'
import { pages13to17 } from './scenes-13-17.ts'
import { pages18to20 } from './scenes-18-20.ts'
import { pages21to23 } from './scenes-21-23.ts'
import { pages24to26 } from './scenes-24-26.ts'
import { pages27to29 } from './scenes-27-29.ts'
import { pages30to32 } from './scenes-30-32.ts'
import { pages33to35 } from './scenes-33-35.ts'
import { blurb, storyText, title } from './story-text.ts'

/** “{name} and the Lantern of Tales”. Previews: a walk by day, a close portrait, a cave by lamp light. */
export const lantern: Story = {
  id: 'lantern',
  version: 'v1',
  title,
  blurb,
  text: storyText,
  ageYears: { from: 4, to: 8 },
  price: { currency: 'USD', amountMinor: 4490 },
  pages: [
    ...pages1to6,
    ...pages7to9,
    ...pages10to12,
    ...pages13to17,
    ...pages18to20,
    ...pages21to23,
    ...pages24to26,
    ...pages27to29,
    ...pages30to32,
    ...pages33to35,
  ],
  cover,
  previewPages: [7, 12, 21],
}
