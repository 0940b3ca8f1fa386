import type { HairStyle } from '@foxetales/shared-schemas/child'
import { bob } from './bob.ts'
import { bun } from './bun.ts'
import { coils } from './coils.ts'
import { curls } from './curls.ts'
import type { DrawHead } from './head-of-hair.ts'
import { headscarf } from './headscarf.ts'
import { locs } from './locs.ts'
import { long } from './long.ts'
import { tousled } from './tousled.ts'

/** Every head of hair the books draw. A new one is a file beside this and a line here. */
export const hairStyles: Record<HairStyle, DrawHead> = {
  tousled,
  bob,
  curls,
  coils,
  locs,
  bun,
  long,
  headscarf,
}
