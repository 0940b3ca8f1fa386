import type { Illustration } from '../../story.ts'
import { pages24to26 } from './scenes-24-26.ts'
import { pages27to29 } from './scenes-27-29.ts'

/** From the rough wind and the loss of the three lights to “tell me what happened”. */
export const pages24to29: Illustration[] = [...pages24to26, ...pages27to29]
