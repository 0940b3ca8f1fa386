import type { Illustration } from '../../story.ts'
import { owlsMap } from './owls-map.ts'
import { scaredTogether } from './scared-together.ts'
import { whisperingWood } from './whispering-wood.ts'

export const pages10to12: Illustration[] = [owlsMap, whisperingWood, scaredTogether]
