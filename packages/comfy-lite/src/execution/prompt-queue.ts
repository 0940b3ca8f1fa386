import { clientOf } from './prompt-report.ts'
import {
  type HistoryEntry,
  InterruptedPrompt,
  type QueueItem,
  toWireItem,
  type WireItem,
} from './prompt-types.ts'
import { type PromptServices, runPrompt } from './run-prompt.ts'

/** ComfyUI keeps so many finished prompts. */
const historyLimit = 10_000

export type PromptQueue = {
  put: (item: QueueItem) => void
  /** The next number for a prompt that brings none. */
  takeNumber: () => number
  remaining: () => number
  list: () => { queue_running: WireItem[]; queue_pending: WireItem[] }
  /** Drops waiting prompts; a running one is not touched. */
  deletePending: (promptIds: readonly string[] | 'all') => void
  /** Interrupts what runs, or only if it is the given prompt. */
  interrupt: (promptId: string | null) => void
  history: ReadonlyMap<string, HistoryEntry>
  deleteHistory: (promptIds: readonly string[] | 'all') => void
  /** Drops cached outputs, after the running prompt if there is one. */
  freeMemory: () => void
  /** Interrupts, drops what waits and resolves when nothing runs any more. */
  close: () => Promise<void>
}

/** Runs prompts one at a time, lowest number first, and keeps what became of them. */
export function createPromptQueue(services: PromptServices, log: (line: string) => void): PromptQueue {
  const pending: QueueItem[] = []
  const history = new Map<string, HistoryEntry>()
  let running: { item: QueueItem; abort: AbortController } | null = null
  let worker: Promise<void> | null = null
  let counter = 0
  let mustFreeMemory = false

  const remaining = () => pending.length + (running === null ? 0 : 1)

  function tellStatus(): void {
    services.events.broadcast('status', { status: { exec_info: { queue_remaining: remaining() } } })
  }

  /** Lowest number first; of equal numbers the one that came first. */
  function waitingInOrder(): QueueItem[] {
    return pending.toSorted((a, b) => a.number - b.number)
  }

  function takeNext(): QueueItem | undefined {
    const [first] = waitingInOrder()
    if (first !== undefined) pending.splice(pending.indexOf(first), 1)
    return first
  }

  async function runOne(item: QueueItem): Promise<void> {
    const abort = new AbortController()
    running = { item, abort }
    tellStatus()
    const started = services.now()
    const entry = await runPrompt(item, services, abort.signal)
    if (history.size >= historyLimit) deleteHistory([history.keys().next().value ?? ''])
    history.set(item.promptId, entry)
    running = null
    tellStatus()
    // Only after the entry can be read: clients fetch /history on this frame.
    services.events.send(clientOf(item), 'executing', { node: null, prompt_id: item.promptId })
    log(`prompt ${item.promptId} ended: ${entry.status.status_str}, ${services.now() - started} ms`)
  }

  async function work(): Promise<void> {
    for (let item = takeNext(); item !== undefined; item = takeNext()) {
      await runOne(item)
      if (mustFreeMemory) {
        mustFreeMemory = false
        services.cache.clear()
      }
    }
    worker = null
  }

  function startWorker(): void {
    worker ??= work()
  }

  function deleteHistory(promptIds: readonly string[] | 'all'): void {
    if (promptIds === 'all') history.clear()
    else for (const id of promptIds) history.delete(id)
  }

  function deletePending(promptIds: readonly string[] | 'all'): void {
    const kept = promptIds === 'all' ? [] : pending.filter((item) => !promptIds.includes(item.promptId))
    if (kept.length === pending.length) return
    pending.splice(0, pending.length, ...kept)
    tellStatus()
  }

  function interrupt(promptId: string | null): void {
    if (running === null || (promptId !== null && running.item.promptId !== promptId)) return
    running.abort.abort(new InterruptedPrompt('the prompt was interrupted'))
  }

  return {
    put(item) {
      pending.push(item)
      tellStatus()
      startWorker()
    },
    takeNumber: () => counter++,
    remaining,
    list: () => ({
      queue_running: running === null ? [] : [toWireItem(running.item)],
      queue_pending: waitingInOrder().map(toWireItem),
    }),
    deletePending,
    interrupt,
    history,
    deleteHistory,
    freeMemory() {
      if (running === null) services.cache.clear()
      else mustFreeMemory = true
    },
    async close() {
      deletePending('all')
      interrupt(null)
      await worker
    },
  }
}
