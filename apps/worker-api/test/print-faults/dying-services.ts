import type { PrintVendor } from '../../src/ports/print-vendor.ts'
import type { Services } from '../../src/services.ts'
import type { Random } from './random.ts'

/** The process died here. */
export class Died extends Error {
  override name = 'Died'
}

/**
 * Services for one run of a flow, whose process may die before or after any call that is awaited; once it is dead, nothing
 * it does reaches anything. `deadliness`: the chance for each call, 0 to 1.
 */
export function dyingServices(services: Services, random: Random, deadliness: number): Services {
  let isDead = false
  const guard = async (call: () => unknown): Promise<unknown> => {
    const dies = random.chance(deadliness)
    const before = dies && random.chance(0.5)
    if (isDead || before) {
      isDead = true
      throw new Died()
    }
    const result = await call()
    if (dies || isDead) {
      isDead = true
      throw new Died()
    }
    return result
  }
  const mortal = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get(target, name) {
        const value = Reflect.get(target, name)
        return typeof value === 'function'
          ? (...given: unknown[]) => guard(() => Reflect.apply(value, target, given))
          : value
      },
    })
  const printers = new Map(
    services.printers.all.map((printer) => [printer.name, mortal<PrintVendor>(printer)]),
  )
  const named = (name: string) => printers.get(name)
  const several = (list: readonly PrintVendor[]) => list.flatMap((printer) => named(printer.name) ?? [])
  return {
    ...services,
    orders: mortal(services.orders),
    printJobs: mortal(services.printJobs),
    journal: mortal(services.journal),
    photos: mortal(services.photos),
    alerts: mortal(services.alerts),
    jobs: mortal(services.jobs),
    ...mortal({ send: services.send, link: services.link }),
    send: (messages) => guard(() => services.send(messages)) as Promise<void>,
    link: (grant, seconds) => guard(() => services.link(grant, seconds)) as Promise<string>,
    printers: {
      all: several(services.printers.all),
      forNewBooks: several(services.printers.forNewBooks),
      named,
    },
  }
}
