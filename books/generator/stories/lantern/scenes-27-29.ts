import type { Illustration } from '../../story.ts'
import { firTent } from './fir-tent.ts'
import { lonelyVillage } from './lonely-village.ts'
import { snowHug } from './snow-hug.ts'

export const pages27to29: Illustration[] = [lonelyVillage, snowHug, firTent]
