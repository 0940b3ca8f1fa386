import type { Illustration } from '../../story.ts'
import { acrossTheFire } from './across-the-fire.ts'
import { mountainMouth } from './mountain-mouth.ts'
import { starLake } from './star-lake.ts'

export const pages18to20: Illustration[] = [starLake, acrossTheFire, mountainMouth]
