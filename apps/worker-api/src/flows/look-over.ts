import { reconcilePayments } from './reconcile-payments.ts'
import { reconcileShops } from './reconcile-shops.ts'

type Needs = Parameters<typeof reconcilePayments>[0] & Parameters<typeof reconcileShops>[0]

/** Every night: our books are held against those of everybody else. One that cannot be read keeps no other from it. */
export async function lookOver(services: Needs): Promise<void> {
  for (const reconcile of [reconcilePayments, reconcileShops]) {
    try {
      await reconcile(services)
    } catch (fault) {
      services.report(fault, { during: reconcile.name })
    }
  }
}
