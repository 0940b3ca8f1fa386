import type { Illustration } from '../../story.ts'
import { farewell } from './farewell.ts'
import { fourBlinks } from './four-blinks.ts'
import { hillFeast } from './hill-feast.ts'

export const pages33to35: Illustration[] = [hillFeast, farewell, fourBlinks]
