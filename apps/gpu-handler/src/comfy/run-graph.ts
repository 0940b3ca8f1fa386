import type { Graph } from '@foxetales/comfy-workflows/load-workflow'
import { UnitFailure } from '../unit-failure.ts'
import { openEventStream } from './comfy-events.ts'
import { runFailure } from './comfy-failure.ts'
import { type ComfyHttp, ComfyUnreachable, type HistoryEntry } from './comfy-http.ts'
import { createWakeUp, type WakeUp } from './wake-up.ts'

export type RunGraph = {
  /** Uploads the inputs and fills the graph; called again when ComfyUI was restarted and has forgotten both. */
  readonly prepare: (signal: AbortSignal) => Promise<Graph>
  /** 0..1, of the node that runs. */
  readonly onProgress: (fraction: number) => void
  readonly signal: AbortSignal
  readonly timeoutMs?: number
  /** After this long without an event ComfyUI is asked. */
  readonly silenceMs?: number
}

/** Files by the id of the node that saved them. */
export type GraphOutputs = HistoryEntry['outputs']

const FIVE_MINUTES_MS = 300_000
const CONNECT_MS = 2_000
const ASK_AGAIN_MS = 250
/** How long a cancelled run may take to leave ComfyUI; its sampler hears of it at the next step. */
const WITHDRAW_MS = 5_000
/** Between the end of a run and its entry in the history lies a moment in which ComfyUI knows nothing of it. */
const UNKNOWN_ANSWERS_UNTIL_LOST = 3

/**
 * Runs a graph to its end. Events are only hints; what counts is the history, asked for after each hint, each
 * reconnection and each silence. On an abort, a timeout or an error the prompt is cancelled in ComfyUI.
 * @throws {UnitFailure} ENGINE_TIMEOUT, ENGINE_LOST_RUN and those of comfy-failure
 * @throws the signal's reason
 */
export async function runGraph(comfy: ComfyHttp, run: RunGraph): Promise<GraphOutputs> {
  const deadline = new AbortController()
  const timer = setTimeout(
    () =>
      deadline.abort(
        new UnitFailure('ENGINE_TIMEOUT', 'the picture engine took too long', { retryable: true }),
      ),
    run.timeoutMs ?? FIVE_MINUTES_MS,
  )
  const signal = AbortSignal.any([run.signal, deadline.signal])
  try {
    const first = await runOnce(comfy, { ...run, signal })
    if (first !== 'lost') return first
    const second = await runOnce(comfy, { ...run, signal })
    if (second !== 'lost') return second
    throw new UnitFailure('ENGINE_LOST_RUN', 'the picture engine lost the run twice', { retryable: true })
  } finally {
    clearTimeout(timer)
  }
}

async function runOnce(comfy: ComfyHttp, run: RunGraph): Promise<GraphOutputs | 'lost'> {
  const clientId = crypto.randomUUID()
  const promptId = crypto.randomUUID()
  const wakeUp = createWakeUp()
  const events = openEventStream(comfy.url, clientId, (event) => {
    if (event.kind === 'progress' && event.promptId === promptId) run.onProgress(event.fraction)
    if (event.kind === 'connected') wakeUp.ring()
    if (event.kind === 'ended' && event.promptId === promptId) wakeUp.ring()
  })
  try {
    await events.connected(CONNECT_MS)
    const graph = await untilAnswered(() => run.prepare(run.signal), run.signal)
    await untilAnswered(() => submitOnce(comfy, graph, promptId, clientId, run.signal), run.signal)
    const entry = await waitForEnd(comfy, promptId, wakeUp, run)
    if (entry === 'lost') return entry
    if (entry.status.status_str !== 'success') throw runFailure(entry)
    return entry.outputs
  } catch (error) {
    // The reason of this end matters more than whether ComfyUI could still be told.
    await withdraw(comfy, promptId).catch(() => undefined)
    if (error instanceof UnitFailure && error.code === 'GPU_OUT_OF_MEMORY') {
      // What fills the memory would be there for the next try as well.
      await comfy.free(AbortSignal.timeout(WITHDRAW_MS)).catch(() => undefined)
    }
    throw error
  } finally {
    events.close()
    // The history keeps the whole graph with its prompts; a ComfyUI that is gone keeps nothing.
    await comfy.forget(promptId, AbortSignal.timeout(WITHDRAW_MS)).catch(() => undefined)
  }
}

/**
 * Cancels a prompt and waits until ComfyUI has let go of it: only then is its entry in the history, to be forgotten, and
 * only then are its files no longer written.
 */
async function withdraw(comfy: ComfyHttp, promptId: string): Promise<void> {
  const patience = AbortSignal.timeout(WITHDRAW_MS)
  const never = createWakeUp()
  await comfy.cancel(promptId, patience)
  while (await comfy.queueHolds(promptId, patience)) await never.sleep(ASK_AGAIN_MS, patience)
}

/**
 * Hands in the prompt, unless ComfyUI has it: the answer to an earlier call may have been lost, and a prompt sent twice
 * would run twice.
 */
async function submitOnce(
  comfy: ComfyHttp,
  graph: Graph,
  promptId: string,
  clientId: string,
  signal: AbortSignal,
): Promise<void> {
  const state = await askFor(comfy, promptId, signal)
  if (typeof state === 'object' || state === 'unfinished') return
  await comfy.submit(graph, promptId, clientId, signal)
}

async function waitForEnd(
  comfy: ComfyHttp,
  promptId: string,
  wakeUp: WakeUp,
  { signal, silenceMs = 2_000 }: RunGraph,
): Promise<HistoryEntry | 'lost'> {
  let unknownAnswers = 0
  for (;;) {
    const state = await askFor(comfy, promptId, signal)
    if (typeof state === 'object') return state
    unknownAnswers = state === 'unknown' ? unknownAnswers + 1 : 0
    if (unknownAnswers >= UNKNOWN_ANSWERS_UNTIL_LOST) return 'lost'
    await wakeUp.sleep(state === 'unfinished' ? silenceMs : ASK_AGAIN_MS, signal)
  }
}

async function askFor(
  comfy: ComfyHttp,
  promptId: string,
  signal: AbortSignal,
): Promise<HistoryEntry | 'unfinished' | 'unknown' | 'unreachable'> {
  try {
    const entry = await comfy.history(promptId, signal)
    if (entry) return entry
    return (await comfy.queueHolds(promptId, signal)) ? 'unfinished' : 'unknown'
  } catch (error) {
    if (error instanceof ComfyUnreachable) return 'unreachable'
    throw error
  }
}

/** Repeats a call while ComfyUI starts, until the signal ends the patience. @throws the signal's reason */
export async function untilAnswered<T>(call: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const never = createWakeUp()
  for (;;) {
    try {
      return await call()
    } catch (error) {
      if (!(error instanceof ComfyUnreachable)) throw error
      await never.sleep(ASK_AGAIN_MS * 2, signal)
    }
  }
}
