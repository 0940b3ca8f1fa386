import { setTimeout as sleep } from 'node:timers/promises'

/** Waits until `holds`. @throws {Error} after 25 seconds, so that what a test opened is still closed */
export async function waitUntil(holds: () => boolean | Promise<boolean>): Promise<void> {
  const lastTry = Date.now() + 25_000
  while (!(await holds())) {
    if (Date.now() > lastTry) throw new Error('waited for 25 seconds in vain')
    await sleep(20)
  }
}
