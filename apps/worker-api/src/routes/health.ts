import { Hono } from 'hono'
import type { AppEnv } from './context.ts'

export const health = new Hono<AppEnv>()

/** Alive: the code runs and its environment is complete. */
health.get('/health', (c) => c.json({ status: 'ok' }))

/** Ready: the database answers, there is a book to sell, and how much waits. */
health.get('/ready', async (c) => {
  const services = c.get('services')
  const [books, waitingGpu, waitingCpu] = await Promise.all([
    services.books.list(),
    services.scheduler.waiting('gpu'),
    services.scheduler.waiting('cpu'),
    services.jobs.find('job_none'),
  ])
  const ready = books.length > 0
  const body = {
    status: ready ? 'ready' : 'no books',
    books: books.length,
    waiting: { gpu: waitingGpu, cpu: waitingCpu },
  }
  return c.json(body, ready ? 200 : 503)
})
