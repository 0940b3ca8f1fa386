import { render } from 'lit'
import { ApiProblem } from '../api/call-api.ts'
import { carryOut } from './carry-out.ts'
import { type DeskApi, deskApi } from './desk-api.ts'
import type { Answer, DeskActs, DeskState, Problem } from './desk-state.ts'
import { pressKey } from './keyboard.ts'
import { closeFrontDialog } from './modal.ts'
import { markedItem, placeFocus } from './place-focus.ts'
import { pollWhileVisible } from './poll.ts'
import { problemOf } from './problem-of.ts'
import { firstRoute, type Route, readRoute, routeHash } from './route.ts'
import { readToken, storedToken, storeToken, takeTokenFromAddress } from './session.ts'
import { steadyLinks } from './steady-links.ts'
import { viewDesk } from './view-desk.ts'

/** How long a proof stays in its tab's address, to be saved or printed. */
const proofMs = 10 * 60_000

/** Runs the desk in `root`: one state, drawn anew at every change; every change comes from an act or from an answer. */
export function startDesk(root: HTMLElement, page: Window): void {
  const now = () => Date.now()
  const steady = steadyLinks(now)
  let state: DeskState = {
    session: undefined,
    signInNote: undefined,
    route: firstRoute,
    lastList: firstRoute,
    list: undefined,
    listFrom: undefined,
    order: undefined,
    waiting: undefined,
    openAlerts: undefined,
    ask: undefined,
    askKey: '',
    photo: undefined,
    reprinted: undefined,
    beside: undefined,
    sending: false,
    problem: undefined,
    readAt: undefined,
    now: now(),
  }

  function change(next: Partial<DeskState>): void {
    const before = state
    state = { ...state, ...next, now: now() }
    const marked = markedItem(root)
    render(viewDesk(state, acts), root)
    placeFocus(root, before, state, marked)
  }

  const api = (): DeskApi => deskApi(page.location.origin, state.session?.token ?? '')
  const polling = pollWhileVisible(page.document, readShown)

  /** What is on screen, read again; a late answer to an older question is dropped. */
  async function readShown(signal: AbortSignal): Promise<void> {
    const { route, session } = state
    if (!session) return
    if (session.expiresAt <= now()) return leave('expired')
    try {
      const answer = await readRouteOf(route, signal)
      if (signal.aborted) return
      const problem = state.problem?.while === 'reading' ? undefined : state.problem
      change({ ...answer, readAt: now(), problem })
    } catch (fault) {
      if (!signal.aborted) fail(fault, 'reading')
    }
  }

  async function readRouteOf(route: Route, signal: AbortSignal): Promise<Partial<DeskState>> {
    if (route.at === 'order') return { order: steady(await api().order(route.id, signal)) }
    if (route.at === 'list') {
      const list = await api().list(route, signal)
      return { list, listFrom: routeHash(route), openAlerts: list.open_alerts }
    }
    const [{ alerts, open }, { dead_letters: letters }] = await Promise.all([
      api().alerts(signal),
      api().deadLetters(signal),
    ])
    return { waiting: { alerts, letters }, openAlerts: open }
  }

  function fail(fault: unknown, during: Problem['while']): void {
    if (fault instanceof ApiProblem && fault.status === 401) leave('refused')
    else change({ problem: problemOf(fault, during), sending: false })
  }

  function leave(signInNote: DeskState['signInNote']): void {
    polling.stop()
    storeToken(page.sessionStorage, undefined)
    change({
      session: undefined,
      signInNote,
      list: undefined,
      order: undefined,
      waiting: undefined,
      openAlerts: undefined,
      photo: undefined,
      ask: undefined,
      sending: false,
      problem: undefined,
      readAt: undefined,
    })
  }

  /** Sends what was asked for; the answer is what the server then says, and nothing is shown before it. */
  async function send(answer: Answer): Promise<void> {
    const { ask, askKey, order, sending } = state
    if (!ask || sending || ask.kind === 'keys') return
    change({ sending: true, problem: undefined })
    try {
      const changes = await carryOut(api(), ask, order, answer, askKey)
      closeFrontDialog(root)
      const shown = changes.order ? { order: steady(changes.order) } : {}
      change({ ...changes, ...shown, ask: undefined, sending: false, readAt: now() })
      if (changes.photo)
        page.setTimeout(() => change({ photo: undefined }), Date.parse(changes.photo.until) - now())
      polling.again()
    } catch (fault) {
      fail(fault, 'acting')
    }
  }

  /** The tab is opened at once, for a browser lets no page open one later. */
  async function openProof(orderId: string): Promise<void> {
    const tab = page.open('', '_blank')
    change({ sending: true, problem: undefined })
    try {
      const url = URL.createObjectURL(await api().proof(orderId))
      tab?.location.replace(url)
      change({ sending: false })
      page.setTimeout(() => URL.revokeObjectURL(url), proofMs)
    } catch (fault) {
      tab?.close()
      fail(fault, 'acting')
    }
  }

  async function find(text: string): Promise<void> {
    const wanted = text.trim()
    const id = /ord_[0-9a-z]{26}/i.exec(wanted)?.[0]
    if (id) return go({ at: 'order', id: id.toLowerCase(), slot: undefined })
    try {
      const found = (await api().findByCode(wanted)).orders[0]
      if (found) return go({ at: 'order', id: found.order_id, slot: undefined })
      const sentence = `No order has the code “${wanted}”.`
      change({ problem: { sentence, code: 'ORDER_NOT_FOUND', requestId: '', while: 'acting' } })
    } catch (fault) {
      fail(fault, 'acting')
    }
  }

  function go(route: Route): void {
    page.location.hash = routeHash(route)
  }

  function signIn(pasted: string): void {
    const session = readToken(pasted, now())
    if (typeof session === 'string') {
      leave(session)
      return
    }
    storeToken(page.sessionStorage, session.token)
    change({ session, signInNote: undefined })
    polling.again()
  }

  /** In production people may have passed Cloudflare Access: then the server knows them without a token. */
  async function signInByGate(): Promise<void> {
    try {
      const { name, role, until } = await api().me()
      if (state.session) return
      change({ session: { token: '', name, role, expiresAt: Date.parse(until) }, signInNote: undefined })
      polling.again()
    } catch (fault) {
      // Whom the gate does not know is asked for a token: that page stands already.
      if (!(fault instanceof ApiProblem)) throw fault
    }
  }

  const acts: DeskActs = {
    signIn,
    signOut: () => leave(undefined),
    go,
    find: (text) => void find(text),
    ask: (ask) => change({ ask, askKey: crypto.randomUUID(), problem: undefined }),
    answer: (answer) => void send(answer),
    openProof: (orderId) => void openProof(orderId),
    close() {
      const { route, ask } = state
      closeFrontDialog(root)
      if (state.photo) change({ photo: undefined })
      else if (ask) change({ ask: undefined, problem: undefined })
      else if (route.at === 'order' && route.slot) go({ ...route, slot: undefined })
    },
    showBeside: (versionId) => change({ beside: versionId }),
    dismissProblem: () => change({ problem: undefined }),
  }

  /** A sign-in link may also be opened in a tab where the desk runs already: then only the fragment changes. */
  function followAddress(): void {
    const token = takeTokenFromAddress(page.location, page.history)
    if (token !== undefined) signIn(token)
    const route = readRoute(page.location.hash)
    const was = state.route
    const sameOrder = was.at === 'order' && route.at === 'order' && was.id === route.id
    change({
      route,
      lastList: route.at === 'list' ? route : state.lastList,
      ...(sameOrder ? {} : { order: undefined, reprinted: undefined, photo: undefined }),
      beside: undefined,
      problem: undefined,
    })
    if (state.session && !sameOrder) polling.again()
  }

  page.addEventListener('hashchange', followAddress)
  page.document.addEventListener('keydown', (event) => {
    if (pressKey(event, root, state, acts)) event.preventDefault()
  })
  const stored = storedToken(page.sessionStorage)
  if (stored !== undefined) signIn(stored)
  followAddress()
  if (!state.session) void signInByGate()
}
