import { oval, together } from '../drawing.ts'
import { curlCluster, curlsOnArc } from './curl-cluster.ts'
import type { DrawHead } from './head-of-hair.ts'

const backMass = oval(0, -4, 56, 54)
const backCurls = [
  ...curlsOnArc([0, 0], [58, 52], [-10, 62], 5, 17),
  ...curlsOnArc([0, 0], [58, 52], [190, 118], 5, 17),
]
const fringeCurls = [
  ...curlsOnArc([0, 0], [50, 52], [188, 352], 9, 14),
  ...curlsOnArc([0, 2], [44, 38], [200, 340], 7, 11.5),
]
const sideCurls = [
  ...curlsOnArc([0, 4], [57, 52], [186, 148], 3, 13),
  ...curlsOnArc([0, 4], [57, 52], [-6, 32], 3, 13),
]
const crownCurls = [
  ...curlsOnArc([0, 4], [60, 64], [202, 338], 9, 17),
  ...curlsOnArc([0, 0], [44, 56], [215, 325], 6, 16),
]
const capCurls = [
  ...curlsOnArc([0, 0], [56, 54], [-180, 165], 16, 17),
  ...curlsOnArc([0, 0], [34, 34], [-180, 140], 10, 17),
  ...curlsOnArc([0, 0], [12, 12], [-180, 100], 4, 15),
]

/** Loose curls all round. */
export const curls: DrawHead = (pencil, colour) => ({
  back: together(pencil.fill(backMass, colour, 'hair'), curlCluster(pencil, backCurls, colour, 1)),
  fringe: curlCluster(pencil, fringeCurls, colour, 2),
  fall: curlCluster(pencil, sideCurls, colour, 3),
  crown: curlCluster(pencil, crownCurls, colour, 4),
  cap: together(
    pencil.fill(backMass, colour, 'hair'),
    curlCluster(pencil, crownCurls, colour, 4),
    curlCluster(pencil, capCurls, colour, 5),
  ),
})
