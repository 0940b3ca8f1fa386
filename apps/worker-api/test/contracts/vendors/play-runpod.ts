import { json, playWire } from './wire.ts'

/** RunPod's queue-based endpoints: `/run`, `/status/{id}`, `/cancel/{id}`. No idempotency: every run is a new job. */
export function playRunpod(keys: { apiKey: string; endpoints: readonly string[] }) {
  const jobs = new Map<string, Record<string, unknown>>()

  const wire = playWire((request) => {
    const [, , endpoint = '', operation, id = ''] = request.path.split('/')
    if (request.headers.get('authorization') !== `Bearer ${keys.apiKey}`) {
      return new Response('', { status: 401 })
    }
    if (!keys.endpoints.includes(endpoint)) {
      return new Response('', { status: 404 })
    }
    if (operation === 'run') {
      const created = { id: `${endpoint}-${jobs.size + 1}-u1`, status: 'IN_QUEUE' }
      jobs.set(created.id, created)
      return json(200, created)
    }
    const job = jobs.get(id)
    if (!job) {
      return json(404, { error: 'job not found' })
    }
    if (operation === 'cancel') {
      const isOver = job['status'] === 'COMPLETED' || job['status'] === 'FAILED'
      jobs.set(id, isOver ? job : { ...job, status: 'CANCELLED' })
    }
    return json(200, jobs.get(id))
  })
  return { ...wire, jobs }
}
