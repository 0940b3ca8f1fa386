import type { Illustration } from '../../story.ts'
import { pages18to20 } from './scenes-18-20.ts'
import { pages21to23 } from './scenes-21-23.ts'

/** From the mirror lake, through the mountain, to the wind that carries them home. */
export const pages18to23: Illustration[] = [...pages18to20, ...pages21to23]
