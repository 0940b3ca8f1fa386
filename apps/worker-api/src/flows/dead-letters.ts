import type { DeadLetter, DeadLetterList } from '@foxetales/shared-schemas/desk'
import { AppError } from '@foxetales/shared-schemas/errors'
import { type Message, message } from '@foxetales/shared-schemas/message'
import type { DeadLetterRow } from '../db/journal.ts'
import type { Services } from '../services.ts'

const shown = 100

/** Messages that were tried too often and that nobody has sent again. */
export async function listDeadLetters(services: Pick<Services, 'journal'>): Promise<DeadLetterList> {
  return { dead_letters: (await services.journal.deadLetters(shown)).map(letterOf) }
}

/**
 * Puts a message on its queue again; what it asks for is safe to do twice. One that fails again comes back as another dead
 * letter. Replaying twice is replaying once. Throws DEAD_LETTER_UNREADABLE.
 */
export async function replayDeadLetter(
  services: Pick<Services, 'now' | 'journal' | 'alerts' | 'send'>,
  id: string,
  by: { actor: string; reason: string },
): Promise<void> {
  const row = await services.journal.findDeadLetter(id)
  if (!row) throw new AppError('NOT_FOUND')
  if (row.replayed_at !== null) return
  const wanted = read(row)
  if (!wanted) throw new AppError('DEAD_LETTER_UNREADABLE')
  await services.send([wanted])
  const now = services.now()
  if (!(await services.journal.markReplayed(id, now))) return
  await services.alerts.settleOpen('dead_letter', id, now)
  await services.journal.audit({ subject: subjectOf(wanted), action: `replayed ${wanted.kind}`, ...by }, now)
}

function letterOf(row: DeadLetterRow): DeadLetter {
  const wanted = read(row)
  return {
    dead_letter_id: row.id,
    ...(wanted ? { kind: wanted.kind, subject: subjectOf(wanted) } : {}),
    attempts: row.attempts,
    at: new Date(row.at).toISOString(),
  }
}

/** What is parked may be anything, for what could not be read is parked too. */
function read(row: DeadLetterRow): Message | undefined {
  try {
    return message.safeParse(JSON.parse(row.message)).data
  } catch {
    return undefined
  }
}

function subjectOf(wanted: Message): string {
  if ('unitId' in wanted) return wanted.unitId
  return 'jobId' in wanted ? wanted.jobId : wanted.orderId
}
