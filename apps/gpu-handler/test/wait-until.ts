import { setTimeout as sleep } from 'node:timers/promises'

/** Waits until `holds`. @throws {Error} when it does not in time, so that what a test opened is still closed */
export async function waitUntil(holds: () => boolean | Promise<boolean>, seconds = 25): Promise<void> {
  const lastTry = Date.now() + seconds * 1000
  while (!(await holds())) {
    if (Date.now() > lastTry) throw new Error(`waited for ${seconds} seconds in vain`)
    await sleep(20)
  }
}
