import type { Illustration } from '../../story.ts'
import { morningRun } from './morning-run.ts'
import { owlsDoor } from './owls-door.ts'
import { wideWorld } from './wide-world.ts'

export const pages7to9: Illustration[] = [morningRun, wideWorld, owlsDoor]
