import type { Illustration } from '../../story.ts'
import { lanternLaughs } from './lantern-laughs.ts'
import { telling } from './telling.ts'
import { toldLights } from './told-lights.ts'

export const pages30to32: Illustration[] = [telling, toldLights, lanternLaughs]
