import { setTimeout as sleep } from 'node:timers/promises'

/** Waits until `holds`. @throws {Error} after ten seconds, so that what a test opened is still closed */
export async function waitUntil(holds: () => boolean | Promise<boolean>): Promise<void> {
  const lastTry = Date.now() + 10_000
  while (!(await holds())) {
    if (Date.now() > lastTry) throw new Error('waited for ten seconds in vain')
    await sleep(20)
  }
}
