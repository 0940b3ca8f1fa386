import { type Outfit, wardrobe } from '../../rig/outfit.ts'

/** The winter coat after the fall: the hat stays in the snow. */
export const afterTheFall: Outfit = {
  kind: 'coat',
  main: wardrobe.snow.main,
  second: wardrobe.snow.second,
  shoes: wardrobe.snow.shoes,
  scarf: wardrobe.snow.scarf,
}
