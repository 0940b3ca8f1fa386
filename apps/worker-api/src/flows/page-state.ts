import type { UnitRow } from '../db/units.ts'

/** A unit's state in a parent's words. */
export function pageState(unit: UnitRow | undefined): 'waiting' | 'rendering' | 'done' | 'failed' {
  switch (unit?.state) {
    case 'done':
      return 'done'
    case 'failed':
    case 'cancelled':
      return 'failed'
    case 'rendering':
    case 'checking':
    case 'submitted':
      return 'rendering'
    case 'planned':
    case 'queued':
    case 'rejected':
    case undefined:
      return 'waiting'
  }
}
