import { AppError } from '@foxetales/shared-schemas/errors'
import type { AppContext } from './context.ts'

/**
 * Opens the subject's status room for a caller who may read it: a WebSocket where the network lets one through,
 * Server-Sent Events where the caller accepts `text/event-stream`. Anything else is told to poll.
 */
export async function openStatusRoom(c: AppContext, subject: string): Promise<Response> {
  const isSocket = c.req.header('upgrade')?.toLowerCase() === 'websocket'
  if (!isSocket && !c.req.header('accept')?.includes('text/event-stream')) {
    throw new AppError('INVALID_REQUEST', {
      problem: 'this address speaks WebSocket and Server-Sent Events; poll the status instead',
    })
  }
  const room = c.env.STATUS_ROOM.getByName(subject)
  const answer = await room.fetch(new Request(`https://room.internal/${subject}`, c.req.raw))
  // An event stream's headers are still to be completed (CORS); a socket's may not be touched.
  return isSocket ? answer : new Response(answer.body, answer)
}
