import { AppError } from '@foxetales/shared-schemas/errors'
import { type Message, message as messageSchema } from '@foxetales/shared-schemas/message'
import { advanceJob } from '../flows/advance-job.ts'
import { advanceOrder } from '../flows/advance-order.ts'
import { assembleBook } from '../flows/assemble-book.ts'
import { followShopOrder } from '../flows/follow-shop-order.ts'
import { scheduleUnit } from '../flows/schedule-unit.ts'
import { sendToPrint } from '../flows/send-to-print.ts'
import type { Services } from '../services.ts'

export const deadLetterQueue = 'foxetales-dead-letters'

/** Longest wait between two tries, seconds. */
const longestDelaySeconds = 15 * 60

/** Routes each message by its kind to one flow; acknowledges, tries again later, or parks what cannot help. */
export async function consume(batch: MessageBatch<unknown>, services: Services): Promise<void> {
  if (batch.queue === deadLetterQueue) {
    await keepDeadLetters(batch, services)
    return
  }
  await Promise.all(batch.messages.map((queued) => consumeOne(queued, services)))
}

async function consumeOne(queued: globalThis.Message<unknown>, services: Services): Promise<void> {
  const parsed = messageSchema.safeParse(queued.body)
  if (!parsed.success) {
    await park(queued, services)
    queued.ack()
    return
  }
  try {
    await follow(services, parsed.data)
    queued.ack()
  } catch (fault) {
    services.report(fault, { during: 'queue', kind: parsed.data.kind, attempt: queued.attempts })
    if (fault instanceof AppError && !fault.retryable) {
      await park(queued, services)
      queued.ack()
      return
    }
    queued.retry({ delaySeconds: Math.min(2 ** queued.attempts, longestDelaySeconds) })
  }
}

function follow(services: Services, message: Message): Promise<void> {
  switch (message.kind) {
    case 'unit.schedule':
      return scheduleUnit(services, message.unitId)
    case 'job.advance':
      return advanceJob(services, message.jobId)
    case 'order.advance':
      return advanceOrder(services, message.orderId)
    case 'order.assemble':
      return assembleBook(services, message.orderId)
    case 'shop.order':
      return followShopOrder(services, message.shop, message.orderId)
    case 'order.print':
      return sendToPrint(services, message.orderId)
  }
}

async function park(queued: globalThis.Message<unknown>, services: Services): Promise<void> {
  await services.journal.keepDeadLetter({
    id: queued.id,
    message: JSON.stringify(queued.body),
    attempts: queued.attempts,
    at: services.now(),
  })
}

/** What was tried too often lies where staff see it; the row it spoke of is still swept. */
async function keepDeadLetters(batch: MessageBatch<unknown>, services: Services): Promise<void> {
  for (const queued of batch.messages) {
    await park(queued, services)
    services.report(new Error('a message was tried too often'), { during: 'queue', message: queued.id })
    queued.ack()
  }
}
