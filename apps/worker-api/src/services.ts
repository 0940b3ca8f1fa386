import type { BookFonts } from '@foxetales/book-pdf/open-face'
import type { newId } from '@foxetales/shared-schemas/ids'
import type { Message } from '@foxetales/shared-schemas/message'
import type { AlertsTable } from './db/alerts.ts'
import type { ArtifactsTable } from './db/artifacts.ts'
import type { BookFilesTable } from './db/book-files.ts'
import type { DeskLists } from './db/desk-lists.ts'
import type { JobsTable } from './db/jobs.ts'
import type { JournalTables } from './db/journal.ts'
import type { MessagesTable } from './db/messages.ts'
import type { MoneyTable } from './db/money.ts'
import type { OrdersTable } from './db/orders.ts'
import type { OrdersByPayment } from './db/orders-by-payment.ts'
import type { PhotosTable } from './db/photos.ts'
import type { PrintJobsTable } from './db/print-jobs.ts'
import type { RefundsTable } from './db/refunds.ts'
import type { ShopsTable } from './db/shops.ts'
import type { UnitsTable } from './db/units.ts'
import type { FileGrant } from './domain/file-links.ts'
import type { PaymentSource } from './domain/payment-words.ts'
import type { BookCatalogue } from './ports/book-catalogue.ts'
import type { GpuProvider } from './ports/gpu-provider.ts'
import type { IdentityStore } from './ports/identity-store.ts'
import type { Notifier } from './ports/notifier.ts'
import type { ObjectStore } from './ports/object-store.ts'
import type { HostedCheckout, Payment } from './ports/payment.ts'
import type { PrintVendor } from './ports/print-vendor.ts'
import type { Storefront } from './ports/storefront.ts'

/** What runs next on a pool of workers: RenderScheduler, seen from the flows. */
export interface Scheduler {
  /** Safe to repeat: a unit waits or runs once. */
  offer(unit: {
    unitId: string
    pool: 'gpu' | 'cpu'
    lane: 'turbo' | 'fast' | 'relax'
    customerId: string
    costSeconds: number
  }): Promise<void>
  /** The unit's slot is free again. `gpuSeconds` settles its lane's account. */
  settle(unitId: string, pool: 'gpu' | 'cpu', gpuSeconds: number): Promise<void>
  /** Units ahead of this one; undefined when it does not wait. */
  position(unitId: string, pool: 'gpu' | 'cpu'): Promise<number | undefined>
  /** How many units wait for this pool. */
  waiting(pool: 'gpu' | 'cpu'): Promise<number>
}

export interface Settings {
  readonly publicUrl: string
  readonly signingKey: string
  readonly reviewOrders: 'always' | 'never'
  readonly previewsPerAddressPerDay: number
  /** Where a book goes when nobody said: ISO 3166-1 alpha-2. */
  readonly homeCountry: string
  /** Who is told of alerts by mail; nobody when empty. */
  readonly staffEmail: string
  readonly unitLeaseMs: number
  /** How long after the payment the customer may correct the words; 0 prints at once. */
  readonly proofMs: number
  /** Whether trial orders of a shop's owner make books: never where books are real. */
  readonly takesTestOrders: boolean
  readonly previewsPerShopPerDay: number
}

/** The printers that are configured. */
export interface Printers {
  /** Also those that get no new books but may still have old ones. */
  readonly all: readonly PrintVendor[]
  /** In the shop's order of preference. */
  readonly forNewBooks: readonly PrintVendor[]
  named(name: string): PrintVendor | undefined
}

/** Everything with a side effect, by role. A flow takes the ones it needs: `Pick<Services, …>`. */
export interface Services {
  /** Unix milliseconds. */
  now(): number
  newId: (kind: Parameters<typeof newId>[0]) => string
  /** A seed for a sampler: 0 … 2^32 - 1. */
  newSeed(): number
  /** Several statements in one transaction. */
  together(statements: D1PreparedStatement[]): Promise<void>
  photos: PhotosTable
  jobs: JobsTable
  units: UnitsTable
  artifacts: ArtifactsTable
  orders: OrdersTable
  ordersByPayment: OrdersByPayment
  printJobs: PrintJobsTable
  journal: JournalTables
  bookFiles: BookFilesTable
  deskLists: DeskLists
  alerts: AlertsTable
  refunds: RefundsTable
  shops: ShopsTable
  money: MoneyTable
  messages: MessagesTable
  files: ObjectStore
  identities: IdentityStore
  /** A url under /files for one method and key. `seconds` from now. */
  link(grant: Omit<FileGrant, 'e'>, seconds: number): Promise<string>
  books: BookCatalogue
  /** The families a book may be set in, the usual one first. */
  fonts: readonly BookFonts[]
  scheduler: Scheduler
  /** Puts messages on the queue their kind belongs to. */
  send(messages: readonly Message[]): Promise<void>
  /** Tells whoever watches a job or an order that it changed. */
  announce(subject: string): Promise<void>
  gpu: GpuProvider
  /** Everyone who takes money, by name; `stripe` has the page on which our own shop's orders are paid. */
  payments: Readonly<Record<PaymentSource, Payment>> & { readonly stripe: HostedCheckout }
  printers: Printers
  /** Shops of others that sell our books. */
  storefront: Storefront
  notifier: Notifier
  /** Reports a fault to the people who run this; never given a photo, a name or a signed address. */
  report(fault: unknown, context: Record<string, string | number>): void
  settings: Settings
}
