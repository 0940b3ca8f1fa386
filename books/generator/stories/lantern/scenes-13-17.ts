import type { Illustration } from '../../story.ts'
import { puddleDance } from './puddle-dance.ts'
import { reedBoat } from './reed-boat.ts'
import { steppingStones } from './stepping-stones.ts'
import { sunsetCatch } from './sunset-catch.ts'
import { underOneLeaf } from './under-one-leaf.ts'

export const pages13to17: Illustration[] = [puddleDance, underOneLeaf, steppingStones, reedBoat, sunsetCatch]
