import { DurableObject } from 'cloudflare:workers'
import { compose } from '../compose.ts'
import {
  emptyLanes,
  type LaneEntry,
  type LaneOffer,
  type LaneState,
  offer,
  pickNext,
  positionOf,
  remove,
  settle,
} from '../domain/fair-lanes.ts'
import { type Env, readConfig } from '../env.ts'
import { recoverUnit } from '../flows/recover-unit.ts'
import { submitUnit } from '../flows/submit-unit.ts'

/** A unit that runs: its turn's account and the time by which it must have given a sign of life. */
interface Running {
  readonly entry: LaneEntry
  readonly account: LaneState['running'][string]
  readonly leaseUntil: number
}

type Shared = Pick<LaneState, 'present' | 'accounts'>
type Pool = 'gpu' | 'cpu'

/** After a provider that cannot take work: first pause and longest, ms. */
const firstPauseMs = 1000
const longestPauseMs = 30_000

/**
 * One per GPU pool: who renders next, and how many at once. A thin shell: the order of service is domain/fair-lanes, the
 * calls and moves are flows. What it keeps can be offered again from D1 by the sweep, so losing it loses no unit.
 */
export class RenderScheduler extends DurableObject<Env> {
  #pool: Pool = 'gpu'
  #lanes: LaneState = emptyLanes()
  #entries = new Map<string, LaneEntry>()
  #leases = new Map<string, number>()
  #pausedUntil = 0
  #pauseMs = firstPauseMs

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    void ctx.blockConcurrencyWhile(() => this.#load())
  }

  /** Lines a unit up and starts it if a slot is free. Safe to repeat. */
  async offer(unit: Omit<LaneOffer, 'now'> & { pool: Pool }): Promise<void> {
    this.#pool = unit.pool
    this.#lanes = offer(this.#lanes, { ...unit, now: Date.now() })
    const entry = this.#lanes.waiting.find((waiting) => waiting.unitId === unit.unitId)
    if (entry) {
      this.#entries.set(entry.unitId, entry)
      await this.ctx.storage.put({ pool: unit.pool, [`waiting:${entry.unitId}`]: entry })
    }
    this.ctx.waitUntil(this.#dispatch())
  }

  /** A slot is free again. */
  async settle(unitId: string, gpuSeconds: number): Promise<void> {
    this.#lanes = settle(this.#lanes, unitId, { gpuSeconds, now: Date.now() })
    await this.#drop(unitId)
    this.ctx.waitUntil(this.#dispatch())
  }

  position(unitId: string): number | undefined {
    return positionOf(this.#lanes, unitId, Date.now())
  }

  waiting(): number {
    return this.#lanes.waiting.length
  }

  /** Leases that ran out, and pauses that are over. */
  override async alarm(): Promise<void> {
    const now = Date.now()
    const services = compose(this.env)
    for (const [unitId, leaseUntil] of [...this.#leases]) {
      if (leaseUntil > now) continue
      const recovery = await recoverUnit(services, unitId)
      if (recovery === 'keep') {
        await this.#lease(unitId, now + services.settings.unitLeaseMs)
        continue
      }
      this.#lanes = remove(this.#lanes, unitId)
      await this.#drop(unitId)
      if (recovery === 'again') await services.send([{ kind: 'unit.schedule', unitId }])
    }
    await this.#dispatch()
  }

  async #dispatch(): Promise<void> {
    const now = Date.now()
    const config = readConfig(this.env)
    const slots = this.#pool === 'gpu' ? config.GPU_SLOTS : config.CPU_SLOTS
    const freeSlots = now < this.#pausedUntil ? 0 : slots - Object.keys(this.#lanes.running).length
    const { state, picked } = pickNext(this.#lanes, { now, freeSlots })
    this.#lanes = state
    // All are marked as running before the first await, so that a second dispatch sees no slot twice.
    await Promise.all(picked.map((entry) => this.#start(entry)))
    await this.#setAlarm()
  }

  async #start(entry: LaneEntry): Promise<void> {
    const services = compose(this.env)
    await this.#lease(entry.unitId, Date.now() + services.settings.unitLeaseMs)
    await this.ctx.storage.delete(`waiting:${entry.unitId}`)
    let submission: Awaited<ReturnType<typeof submitUnit>>
    try {
      submission = await submitUnit(services, entry.unitId)
    } catch (fault) {
      // The lease stays: when it is over, the row says what became of the unit.
      services.report(fault, { during: 'submit-unit', unit: entry.unitId })
      return
    }
    if (submission === 'submitted') {
      this.#pauseMs = firstPauseMs
      return
    }
    this.#lanes = remove(this.#lanes, entry.unitId)
    await this.#drop(entry.unitId)
    if (submission === 'gone') {
      this.ctx.waitUntil(this.#dispatch())
      return
    }
    this.#pausedUntil = Date.now() + this.#pauseMs
    this.#pauseMs = Math.min(this.#pauseMs * 2, longestPauseMs)
    await this.offer({ ...entry, pool: this.#pool })
  }

  async #lease(unitId: string, leaseUntil: number): Promise<void> {
    const entry = this.#entries.get(unitId)
    const account = this.#lanes.running[unitId]
    if (!entry || !account) return
    this.#leases.set(unitId, leaseUntil)
    const running: Running = { entry, account, leaseUntil }
    const shared: Shared = { present: this.#lanes.present, accounts: this.#lanes.accounts }
    await this.ctx.storage.put({ [`running:${unitId}`]: running, shared })
  }

  async #drop(unitId: string): Promise<void> {
    this.#entries.delete(unitId)
    this.#leases.delete(unitId)
    const shared: Shared = { present: this.#lanes.present, accounts: this.#lanes.accounts }
    await this.ctx.storage.put('shared', shared)
    await this.ctx.storage.delete([`waiting:${unitId}`, `running:${unitId}`])
  }

  async #setAlarm(): Promise<void> {
    const times = [...this.#leases.values()]
    if (this.#lanes.waiting.length > 0 && this.#pausedUntil > Date.now()) times.push(this.#pausedUntil)
    if (times.length > 0) await this.ctx.storage.setAlarm(Math.min(...times))
  }

  async #load(): Promise<void> {
    this.#pool = (await this.ctx.storage.get<Pool>('pool')) ?? 'gpu'
    const shared = await this.ctx.storage.get<Shared>('shared')
    const waiting = await this.ctx.storage.list<LaneEntry>({ prefix: 'waiting:' })
    const running = await this.ctx.storage.list<Running>({ prefix: 'running:' })
    const state = emptyLanes()
    this.#lanes = {
      ...state,
      ...shared,
      waiting: [...waiting.values()].sort((a, b) => a.offeredAt - b.offeredAt),
      running: Object.fromEntries([...running.values()].map(({ entry, account }) => [entry.unitId, account])),
    }
    for (const entry of waiting.values()) this.#entries.set(entry.unitId, entry)
    for (const { entry, leaseUntil } of running.values()) {
      this.#entries.set(entry.unitId, entry)
      this.#leases.set(entry.unitId, leaseUntil)
    }
  }
}
