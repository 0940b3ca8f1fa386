import { tracking } from '@foxetales/shared-schemas/order'
import type { MessageRow } from '../db/messages.ts'
import type { OrderRow } from '../db/orders.ts'
import { expiringToken } from '../domain/access-tokens.ts'
import type { LetterFacts } from '../domain/letters/letter.ts'
import { writeAlert, writeLetter } from '../domain/letters/write-letter.ts'
import { namelessTitle } from '../domain/nameless-title.ts'
import type { Mail } from '../ports/notifier.ts'
import type { Services } from '../services.ts'

type Needs = Pick<Services, 'now' | 'orders' | 'jobs' | 'books' | 'printJobs' | 'alerts' | 'settings'>

const dayMs = 24 * 3_600_000
/** An order's page from a letter; who needs it longer has the address from the checkout. */
const orderLinkMs = 30 * dayMs
/** As long as the pages themselves. */
const previewLinkMs = 3 * dayMs

/** The letter that a message stands for, from the rows as they are now; undefined when there is nobody to send it to. */
export async function writeMessage(services: Needs, message: MessageRow): Promise<Mail | undefined> {
  if (message.kind === 'staff_alert') return alertMail(services, message)
  if (message.to_address === null) return undefined
  const { kind, language } = message
  const about = await aboutOf(services, message)
  if (!about) return undefined
  const { subject, text, html } = writeLetter(kind, language, about.facts, about.link)
  return { id: message.id, to: message.to_address, subject, text, html }
}

async function alertMail(services: Needs, message: MessageRow): Promise<Mail | undefined> {
  const alert = await services.alerts.find(message.subject)
  const { staffEmail, publicUrl } = services.settings
  if (!alert || alert.settled_at !== null || staffEmail === '') return undefined
  const link = alert.subject.startsWith('ord_')
    ? `${publicUrl}/desk/#order=${alert.subject}`
    : `${publicUrl}/desk/`
  return { id: message.id, to: staffEmail, ...writeAlert(alert, link) }
}

type About = { facts: LetterFacts; link?: string }

async function aboutOf(services: Needs, message: MessageRow): Promise<About | undefined> {
  switch (message.kind) {
    case 'photo_deleted':
      return { facts: { title: '' } }
    case 'preview_ready':
      return aboutPreview(services, message)
    default:
      return aboutOrder(services, message)
  }
}

async function aboutPreview(services: Needs, message: MessageRow): Promise<About | undefined> {
  const job = await services.jobs.find(message.subject)
  // Approved or gone meanwhile: the parent was faster than the letter.
  if (job?.state !== 'ready') return undefined
  const until = services.now() + previewLinkMs
  const { publicUrl, signingKey } = services.settings
  const token = await expiringToken(signingKey, 'preview', job.id, until)
  const shop = message.language === 'vi' ? '/shop/vi/' : '/shop/'
  return {
    facts: {
      title: await titleOf(services, job, message.language),
      linkUntil: dayOf(until, message.language),
    },
    // After the #, so that no server on the way writes it down.
    link: `${publicUrl}${shop}#preview=${job.id}&token=${token}`,
  }
}

async function aboutOrder(services: Needs, message: MessageRow): Promise<About | undefined> {
  const order = await services.orders.find(message.subject)
  const job = order ? await services.jobs.find(order.preview_job_id) : null
  if (!order || !job) return undefined
  const { language } = message
  const until = services.now() + orderLinkMs
  const { publicUrl, signingKey } = services.settings
  const token = await expiringToken(signingKey, 'order', order.id, until)
  return {
    facts: {
      title: await titleOf(services, job, language),
      code: order.id.slice(-8).toUpperCase(),
      copies: order.quantity,
      amount: order.paid_minor ? money(order.paid_minor, order.currency, language) : undefined,
      refund: order.paid_minor ? money(order.paid_minor, order.currency, language) : undefined,
      proofUntil: order.proof_until === null ? undefined : timeOf(order.proof_until, language),
      linkUntil: dayOf(until, language),
      tracking: await trackingOf(services, order),
    },
    link: `${publicUrl}/orders/${order.id}?token=${token}`,
  }
}

async function trackingOf(services: Needs, order: OrderRow): Promise<LetterFacts['tracking']> {
  const printJob = await services.printJobs.ofOrder(order.id)
  const found = printJob?.tracking ? tracking.safeParse(JSON.parse(printJob.tracking)).data : undefined
  return found ? { carrier: found.carrier, number: found.number } : undefined
}

async function titleOf(
  services: Needs,
  job: { book_id: string; book_version: string },
  language: 'en' | 'vi',
): Promise<string> {
  const book = await services.books.find(job.book_id, job.book_version)
  return book ? namelessTitle(book, language) : 'Foxetales'
}

/** Cents in the currency's own way of writing: `$51.80`, `1.200.000 ₫`. */
function money(minor: number, currency: string, language: 'en' | 'vi'): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency: currency.toUpperCase() })
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

function dayOf(at: number, language: 'en' | 'vi'): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(at)
}

/** With the zone: we do not know where the reader's clock is. */
function timeOf(at: number, language: 'en' | 'vi'): string {
  const format = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const
  return `${new Intl.DateTimeFormat(language, format).format(at)} UTC`
}
