import { nothing, oval } from '../drawing.ts'
import type { DrawHead } from './head-of-hair.ts'

const back = `${oval(-46, -4, 24, 26)} ${oval(46, -4, 24, 26)} ${oval(-40, -38, 26, 25)} ${oval(40, -38, 26, 25)} ${oval(0, -52, 34, 24)} ${oval(-46, 22, 18, 18)} ${oval(46, 22, 18, 18)} ${oval(0, -10, 54, 54)}`
const fringe = `${oval(-44, -20, 15, 16)} ${oval(-28, -36, 17, 16)} ${oval(-6, -43, 18, 16)} ${oval(18, -42, 17, 16)} ${oval(36, -30, 16, 16)} ${oval(48, -12, 13, 15)}`
const cap = `${oval(-42, -6, 26, 28)} ${oval(42, -6, 26, 28)} ${oval(-30, -40, 28, 26)} ${oval(30, -40, 28, 26)} ${oval(0, 6, 52, 50)}`

/** Loose curls all round. */
export const curls: DrawHead = (pencil, colour) => ({
  back: pencil.fill(back, colour, 'hair'),
  fringe: pencil.fill(fringe, colour, 'hair'),
  fall: nothing,
  cap: pencil.fill(cap, colour, 'hair'),
})
