import type { Message } from '@foxetales/shared-schemas/message'
import type { Services } from '../services.ts'

/**
 * Sends messages that a row already stands for. A queue that does not answer must not undo what the row says: the fault
 * is reported, and the sweep nudges again.
 */
export async function nudge(
  services: Pick<Services, 'send' | 'report'>,
  messages: readonly Message[],
): Promise<void> {
  if (messages.length === 0) return
  try {
    await services.send(messages)
  } catch (fault) {
    services.report(fault, { during: 'nudge', kind: messages[0]?.kind ?? '' })
  }
}
