import type { Illustration } from '../../story.ts'
import { darkWindow } from './dark-window.ts'
import { eveningHill } from './evening-hill.ts'
import { foxAtThePane } from './fox-at-the-pane.ts'
import { gardenGate } from './garden-gate.ts'
import { stairs } from './stairs.ts'
import { windowSeat } from './window-seat.ts'

export const pages1to6: Illustration[] = [
  eveningHill,
  windowSeat,
  darkWindow,
  foxAtThePane,
  stairs,
  gardenGate,
]
