import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  fillWorkflow,
  loadWorkflow,
  type OutputName,
  type SlotName,
  type SlotValues,
  type WorkflowName,
} from '@foxetales/comfy-workflows/load-workflow'
import type { ComfyHttp, InputFile } from './comfy-http.ts'
import { type GraphOutputs, runGraph, untilAnswered } from './run-graph.ts'

/** How long a finished file may take to be handed over, a restart of ComfyUI included. */
const FETCH_MS = 60_000

export type WorkflowRun = {
  readonly workflow: WorkflowName
  /** Uploaded before every start, as ComfyUI may have forgotten them; each fills its slot with its name there. */
  readonly files: Partial<Record<SlotName, InputFile>>
  readonly values: SlotValues
}

export type EngineOptions = {
  readonly comfy: ComfyHttp
  /** ComfyUI's folder, when it is on this machine. */
  readonly comfyDir: string | undefined
  readonly onProgress: (fraction: number) => void
  readonly signal: AbortSignal
  /** How long the run may take; runGraph's own limit unless told. */
  readonly timeoutMs?: number
}

/** The first file of each output; one that ComfyUI does not name is absent. */
export type WorkflowFiles = Partial<Record<OutputName, Buffer<ArrayBuffer>>>

const prefixSlots = { filename_prefix: 'made', print_prefix: 'print' } satisfies SlotValues

/**
 * Runs a workflow to its end and fetches what it made. Everything of a run lies in folders of its own under random names,
 * so that no two runs meet; they are removed afterwards where this machine can reach them.
 * @throws {UnitFailure} those of runGraph
 */
export async function runWorkflow(run: WorkflowRun, options: EngineOptions): Promise<WorkflowFiles> {
  const { comfy, comfyDir, onProgress, signal, timeoutMs } = options
  const workflow = await loadWorkflow(run.workflow)
  const folder = `foxetales/${crypto.randomUUID()}`
  const prefixes = Object.entries(prefixSlots)
    .filter(([slot]) => Object.hasOwn(workflow.slots, slot))
    .map(([slot, name]) => [slot, `${folder}/${name}`])
  try {
    const outputs = await runGraph(comfy, {
      prepare: async (runSignal) => {
        const uploads = Object.entries(run.files).map(async ([slot, file]) => [
          slot,
          await comfy.upload(file, folder, runSignal),
        ])
        const uploaded = Object.fromEntries(await Promise.all(uploads))
        return fillWorkflow(workflow, { ...run.values, ...uploaded, ...Object.fromEntries(prefixes) })
      },
      onProgress,
      signal,
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    })
    return await fetchOutputs(workflow.outputs, outputs, comfy, signal)
  } finally {
    if (comfyDir !== undefined) await removeFolders(comfyDir, folder)
  }
}

async function fetchOutputs(
  wanted: Partial<Record<OutputName, { node: string }>>,
  outputs: GraphOutputs,
  comfy: ComfyHttp,
  signal: AbortSignal,
): Promise<WorkflowFiles> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(FETCH_MS)])
  const fetched = Object.entries(wanted).map(async ([name, { node }]) => {
    const made = outputs[node]
    const [saved] = made?.images ?? made?.identities ?? []
    return [name, saved && (await untilAnswered(() => comfy.view(saved, patience), patience))]
  })
  return Object.fromEntries(await Promise.all(fetched))
}

async function removeFolders(comfyDir: string, folder: string): Promise<void> {
  for (const kind of ['input', 'output', 'temp']) {
    await rm(join(comfyDir, kind, folder), { recursive: true, force: true })
  }
}
