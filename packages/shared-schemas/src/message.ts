import * as z from 'zod'

/**
 * What travels on the queues: ids only. A message is a nudge to look at a row, may arrive twice, late or never, and is
 * routed by its kind, not by the queue it came on.
 */
export const message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unit.schedule'), unitId: z.string() }),
  z.object({ kind: z.literal('job.advance'), jobId: z.string() }),
  z.object({ kind: z.literal('order.advance'), orderId: z.string() }),
  z.object({ kind: z.literal('order.assemble'), orderId: z.string() }),
  z.object({ kind: z.literal('order.print'), orderId: z.string() }),
  /** `orderId` is the shop's own name for its order. */
  z.object({ kind: z.literal('shop.order'), shop: z.string(), orderId: z.string() }),
])
export type Message = z.infer<typeof message>
