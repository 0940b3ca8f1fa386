import { AppError } from '@foxetales/shared-schemas/errors'
import type { MessageRow } from '../db/messages.ts'
import type { Services } from '../services.ts'
import { raiseAlert } from './raise-alert.ts'
import { writeMessage } from './write-message.ts'

type Needs = Parameters<typeof writeMessage>[0] &
  Pick<Services, 'now' | 'newId' | 'messages' | 'notifier' | 'alerts' | 'report'>

const limit = 50
/** Together at once: mail services take a few a second. */
const together = 5
/** A try that died is made again after this; one that was refused for now, after ever longer. */
const firstAgainMs = 60_000
const longestAgainMs = 3_600_000
/** The mail service knows our id for a day: after that, asking again could send a letter twice. */
const giveUpMs = 23 * 3_600_000

/** Sends what is due. The row is claimed before the call and the mail service is asked under the row's id: once it is. */
export async function sendMessages(services: Needs): Promise<void> {
  const due = await services.messages.due(services.now(), limit)
  for (let from = 0; from < due.length; from += together) {
    await Promise.all(due.slice(from, from + together).map((message) => sendMessage(services, message.id)))
  }
}

async function sendMessage(services: Needs, id: string): Promise<void> {
  const now = services.now()
  const message = await services.messages.claim(id, now, now + firstAgainMs)
  if (!message) return
  if (now - message.created_at > giveUpMs) return fail(services, message, 'it could not be sent for a day')
  try {
    const mail = await writeMessage(services, message)
    if (!mail) return services.messages.finish(message.id, { state: 'dropped' }, now)
    const { ref } = await services.notifier.send(mail)
    await services.messages.finish(message.id, { state: 'sent', ref }, services.now())
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault
    services.report(fault, { during: 'message', kind: message.kind, attempt: message.attempts })
    if (!fault.retryable) return fail(services, message, fault.code)
    const wait = Math.min(firstAgainMs * 2 ** (message.attempts - 1), longestAgainMs)
    await services.messages.postpone(message.id, now + wait)
  }
}

async function fail(services: Needs, message: MessageRow, failure: string): Promise<void> {
  await services.messages.finish(message.id, { state: 'failed', failure }, services.now())
  // An alert is itself a letter to staff: about a letter to staff there is only the log.
  if (message.kind === 'staff_alert') return
  const detail = `the letter “${message.kind}” did not reach the customer: ${failure}`
  await raiseAlert(services, { kind: 'message_failed', subject: message.subject, detail })
}
