import process from 'node:process'
import { startWorker, type WorkerOptions } from './worker.ts'

/**
 * Runs a worker as this process's main business: the first SIGTERM or SIGINT lets held jobs finish, the second aborts
 * them and reports them as failed and retryable. Resolves when the process may exit; it does not exit by itself.
 */
export async function runWorker(options: WorkerOptions): Promise<void> {
  const worker = startWorker(options)
  process.on('SIGTERM', worker.stop)
  process.on('SIGINT', worker.stop)
  try {
    await worker.done
  } finally {
    process.off('SIGTERM', worker.stop)
    process.off('SIGINT', worker.stop)
  }
}
