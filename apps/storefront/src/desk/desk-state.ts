import type { Alert } from '@foxetales/shared-schemas/alert'
import type {
  DeadLetter,
  DeskOrder,
  DeskOrderList,
  DeskPhoto,
  DeskReprinted,
} from '@foxetales/shared-schemas/desk'
import type { ListRoute, Route } from './route.ts'
import type { Session, SignInNote } from './session.ts'

/** A question that is open: what is to be done, and to what. */
export type Ask =
  | { readonly kind: 'approve' }
  | { readonly kind: 'regenerate'; readonly slot: string }
  | { readonly kind: 'hold' }
  | { readonly kind: 'release' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'refund' }
  | { readonly kind: 'reprint' }
  | { readonly kind: 'print-elsewhere' }
  | { readonly kind: 'photo' }
  | { readonly kind: 'settle'; readonly alert: Alert }
  | { readonly kind: 'replay'; readonly letter: DeadLetter }
  | { readonly kind: 'keys' }

/** A question that is answered with a reason, and sent. */
export type Deed = Exclude<Ask, { kind: 'keys' }>

/** What stands in the question's fields by their names; a field that was left empty is absent. */
export type Answer = Readonly<Record<string, string>> & { readonly reason: string }

/** What went wrong, as it is told in the one place for it. */
export interface Problem {
  readonly sentence: string
  readonly code: string
  readonly requestId: string
  /** A read is tried again by itself, and its problem goes when it succeeds. */
  readonly while: 'reading' | 'acting'
}

/** What waits for a person: alerts, and messages that were tried too often. */
export interface Waiting {
  readonly alerts: readonly Alert[]
  readonly letters: readonly DeadLetter[]
}

/** All that the desk shows follows from this. Orders and lists are what the server last said, never a guess. */
export interface DeskState {
  readonly session: Session | undefined
  readonly signInNote: SignInNote | undefined
  readonly route: Route
  /** The list that an order was opened from, to go back to. */
  readonly lastList: ListRoute
  readonly list: DeskOrderList | undefined
  /** Which list that is, as an address: another one may be on its way. */
  readonly listFrom: string | undefined
  readonly order: DeskOrder | undefined
  readonly waiting: Waiting | undefined
  /** How many alerts are open, also where they are not shown. */
  readonly openAlerts: number | undefined
  readonly ask: Ask | undefined
  /** Of the open question: a request that is sent again after a lost answer is the same request. */
  readonly askKey: string
  /** The child's photo, while somebody looks at it. */
  readonly photo: DeskPhoto | undefined
  /** The order that was just made to replace this one. */
  readonly reprinted: DeskReprinted | undefined
  /** The version that stands beside the current one on the open page; undefined for the one before it. */
  readonly beside: string | undefined
  readonly sending: boolean
  readonly problem: Problem | undefined
  /** Unix ms of the last answer. */
  readonly readAt: number | undefined
  /** Unix ms, for ages. */
  readonly now: number
}

/** What people can do. Views call these and change nothing themselves. */
export interface DeskActs {
  signIn(pasted: string): void
  signOut(): void
  go(route: Route): void
  find(text: string): void
  ask(ask: Ask): void
  answer(answer: Answer): void
  close(): void
  showBeside(versionId: string): void
  openProof(orderId: string): void
  dismissProblem(): void
}

/** Whether the signed-in person may act at all; the server decides, this only spares them a refusal. */
export function mayAct({ session }: DeskState): boolean {
  return session !== undefined && session.role !== 'viewer'
}

/** What costs the shop money is for owners. */
export function isOwner({ session }: DeskState): boolean {
  return session?.role === 'owner'
}
