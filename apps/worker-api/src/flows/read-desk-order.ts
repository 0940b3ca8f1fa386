import { fillText } from '@foxetales/book-pdf/fill-text'
import { planInterior } from '@foxetales/book-pdf/plan-interior'
import type { BookTemplate } from '@foxetales/shared-schemas/book'
import type { DeskOrder } from '@foxetales/shared-schemas/desk'
import { AppError } from '@foxetales/shared-schemas/errors'
import * as z from 'zod'
import { alertOf } from '../db/alerts.ts'
import type { JobRow } from '../db/jobs.ts'
import type { OrderRow } from '../db/orders.ts'
import { isAtPrinter, mayApprove, mayHold, mayRelease, nextAction } from '../domain/desk-rules.ts'
import { mayCancel, mayReprint, refundableMinor } from '../domain/ending-rules.ts'
import { printedDoubts } from '../domain/page-doubts.ts'
import { pageSlot } from '../domain/page-plan.ts'
import { shipTo } from '../domain/ship-to.ts'
import type { Services } from '../services.ts'
import { type BookRequest, bookRequest } from './build-unit-input.ts'
import { deskPages, type PictureRows } from './desk-pages.ts'
import { inWords } from './preflight-book.ts'
import { otherPrinters } from './print-elsewhere.ts'
import { readOrder } from './read-order.ts'

type Needs = Parameters<typeof readOrder>[0] &
  Pick<Services, 'jobs' | 'books' | 'money' | 'refunds' | 'bookFiles' | 'photos' | 'printers' | 'alerts'>

const fileProblemList = z.array(z.object({ page: z.int().optional(), message: z.string() }))
const problemList = z.array(z.object({ message: z.string() }))

/** An order as the desk sees it: what the customer sees, and every picture, figure and event behind it. */
export async function readDeskOrder(services: Needs, orderId: string): Promise<DeskOrder> {
  const order = await services.orders.find(orderId)
  if (!order) throw new AppError('ORDER_NOT_FOUND')
  const [status, job, printJob, rows, photo] = await Promise.all([
    readOrder(services, orderId),
    services.jobs.find(order.preview_job_id),
    services.printJobs.ofOrder(orderId),
    pictureRows(services, order),
    services.photos.find(order.photo_id),
  ])
  if (!job) throw new AppError('PREVIEW_NOT_FOUND')
  const book = await services.books.find(job.book_id, job.book_version)
  const request = bookRequest.safeParse(JSON.parse(job.request)).data
  const { pages: _pages, timeline: _timeline, can_cancel: _theirs, ...common } = status
  const latest = [...new Map(orderUnits(rows, order).map((unit) => [unit.slot, unit])).values()]
  const facts = {
    ...order,
    atPrinter: isAtPrinter(printJob),
    printStatus: printJob?.status,
    proofOpen: status.proof !== undefined,
  }
  const previewed = rows.units.filter((unit) => unit.job_id === order.preview_job_id)
  const doubtful = printedDoubts(latest, previewed).map((doubt) => doubt.slot)
  const next = nextAction(facts, latest, doubtful)
  return {
    ...common,
    book: { id: job.book_id, version: job.book_version, title: titleOf(book, request, job) },
    ...(request ? { child_name: request.child.name, language: request.language } : {}),
    ...customerOf(order),
    ...(order.paid_at === null ? {} : { paid_at: new Date(order.paid_at).toISOString() }),
    next_action: next.sentence,
    needs_person: next.needsPerson,
    can_approve: mayApprove(order),
    can_hold: mayHold(order),
    can_release: mayRelease(order),
    can_cancel: mayCancel(order, 'staff'),
    other_printers: await otherPrinters(services, order, printJob),
    can_reprint: mayReprint(order),
    has_photo: photo?.deleted_at === null,
    refundable_minor: refundableMinor(order),
    ...(await moneyOf(services, order)),
    print_problems: [
      ...(await fileProblems(services, orderId)),
      ...problemList.parse(JSON.parse(printJob?.problems ?? '[]')).map((problem) => problem.message),
    ],
    alerts: (await services.alerts.openOf(orderId)).map(alertOf),
    pages: await deskPages(services, facts, rows, wordsOf(book, request)),
    timeline: rows.audit.map(({ at, action, actor, reason }) => ({
      at: new Date(at).toISOString(),
      action,
      actor,
      ...(reason ? { reason } : {}),
    })),
  }
}

/** What the look before printing found in the newest files, page by page. */
async function fileProblems(services: Needs, orderId: string): Promise<string[]> {
  const rows = await Promise.all(
    (['full_book', 'cover'] as const).map((part) => services.bookFiles.latest(orderId, part)),
  )
  return rows.flatMap((row) =>
    row
      ? fileProblemList.parse(JSON.parse(row.problems ?? '[]')).map((problem) => inWords(row, problem))
      : [],
  )
}

async function pictureRows(services: Needs, order: OrderRow): Promise<PictureRows> {
  const jobs = [order.preview_job_id, ...(order.render_job_id ? [order.render_job_id] : [])]
  const [units, artifacts, audit] = await Promise.all([
    Promise.all(jobs.map((job) => services.units.allOfJob(job))),
    Promise.all(jobs.map((job) => services.artifacts.all(job))),
    services.journal.auditOf(order.id),
  ])
  return { units: units.flat(), artifacts: artifacts.flat(), audit }
}

/** What came, what went back, and what the painting has cost. */
async function moneyOf(
  services: Needs,
  order: OrderRow,
): Promise<Pick<DeskOrder, 'money' | 'refunds' | 'gpu_seconds'>> {
  const jobs = [order.preview_job_id, ...(order.render_job_id ? [order.render_job_id] : [])]
  const [money, refunds, gpuMs] = await Promise.all([
    services.money.ofOrder(order.id),
    services.refunds.ofOrder(order.id),
    services.money.gpuMs(jobs),
  ])
  return {
    money: money.map(({ at, kind, amount_minor, currency }) => {
      return { at: new Date(at).toISOString(), kind, amount_minor, currency }
    }),
    refunds: refunds.map(({ created_at, amount_minor, state, actor, reason, failure }) => ({
      at: new Date(created_at).toISOString(),
      amount_minor,
      state,
      actor,
      reason,
      ...(failure ? { failure } : {}),
    })),
    gpu_seconds: gpuMs / 1000,
  }
}

const orderUnits = ({ units }: PictureRows, order: OrderRow) =>
  units.filter((unit) => unit.job_id === order.render_job_id)

/** The title on this child's cover; the book's own name once the child's is forgotten. */
function titleOf(book: BookTemplate | undefined, request: BookRequest | undefined, job: JobRow): string {
  if (!book || !request) return job.book_id
  const { name, pronouns } = request.child
  return fillText(book.title[request.language], { name, pronouns }, 'title')
}

/** How to reach the customer and where the book goes, as far as staff need it to help. */
function customerOf(order: OrderRow): Pick<DeskOrder, 'email' | 'ship_to_country'> {
  const address = order.ship_to === null ? undefined : shipTo.safeParse(JSON.parse(order.ship_to)).data
  return {
    ...(order.email ? { email: order.email } : {}),
    ...(address ? { ship_to_country: address.country } : {}),
  }
}

/** The story as this child's book tells it, by slot: a picture is judged beside its words. */
function wordsOf(book: BookTemplate | undefined, request: BookRequest | undefined): Map<string, string> {
  if (!book || !request) return new Map()
  const { child, language } = request
  const plan = planInterior({
    template: book,
    childName: child.name,
    pronouns: child.pronouns,
    language,
    orderCode: '',
    typeface: '',
  })
  return new Map(
    plan.pages.flatMap((page) => (page.kind === 'picture' ? [[pageSlot(page.story), page.text]] : [])),
  )
}
