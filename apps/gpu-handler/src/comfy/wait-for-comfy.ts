import type { ComfyHttp } from './comfy-http.ts'
import { untilAnswered } from './run-graph.ts'

/** Ten minutes: a cold ComfyUI imports its nodes for half a minute, and a full disk or a broken driver never ends. */
const USUAL_PATIENCE_MS = 600_000

/**
 * Resolves to ComfyUI's version once it answers. A worker that takes jobs before that would hold them back from workers
 * that could begin at once.
 * @throws {DOMException} TimeoutError after `patienceMs`: the machine is better started anew
 */
export function waitForComfy(comfy: ComfyHttp, patienceMs = USUAL_PATIENCE_MS): Promise<string> {
  const patience = AbortSignal.timeout(patienceMs)
  return untilAnswered(() => comfy.version(patience), patience)
}
