import type { AlertKind, AlertList } from '@foxetales/shared-schemas/alert'
import { AppError } from '@foxetales/shared-schemas/errors'
import { alertOf } from '../db/alerts.ts'
import type { Services } from '../services.ts'

/**
 * Asks the staff to look at something. The same kind for the same subject is raised once until it is settled, so a flow
 * may say it every time it sees it. `detail` is one sentence without a name or an address.
 */
export async function raiseAlert(
  services: Pick<Services, 'now' | 'newId' | 'alerts'>,
  alert: { kind: AlertKind; subject: string; detail: string },
): Promise<void> {
  await services.alerts.raise({ ...alert, id: services.newId('alert'), raised_at: services.now() })
}

/** What was raised has passed by itself: nobody needs to look any more. */
export async function overAlert(
  services: Pick<Services, 'now' | 'alerts'>,
  kind: AlertKind,
  subject: string,
): Promise<void> {
  await services.alerts.settleOpen(kind, subject, services.now())
}

const shown = 100

export async function listAlerts(services: Pick<Services, 'alerts'>): Promise<AlertList> {
  const [rows, open] = await Promise.all([services.alerts.open(shown), services.alerts.openCount()])
  return { alerts: rows.map(alertOf), open }
}

/** Somebody has seen to it. Settling twice is settling once. */
export async function settleAlert(
  services: Pick<Services, 'now' | 'alerts' | 'journal'>,
  alertId: string,
  by: { actor: string; reason: string },
): Promise<void> {
  const alert = await services.alerts.find(alertId)
  if (!alert) throw new AppError('NOT_FOUND')
  if (!(await services.alerts.settle(alertId, by, services.now()))) return
  await services.journal.audit(
    { subject: alert.subject, action: `alert.settled ${alert.kind}`, ...by },
    services.now(),
  )
}
