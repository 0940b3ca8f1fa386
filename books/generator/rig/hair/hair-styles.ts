import type { HairStyle } from '@foxetales/shared-schemas/child'
import { bob } from './bob.ts'
import { curls } from './curls.ts'
import type { DrawHead } from './head-of-hair.ts'
import { tousled } from './tousled.ts'

/** Every head of hair the books draw. A new one is a file beside this and a line here. */
export const hairStyles: Partial<Record<HairStyle, DrawHead>> & Record<'tousled', DrawHead> = {
  tousled,
  bob,
  curls,
}
