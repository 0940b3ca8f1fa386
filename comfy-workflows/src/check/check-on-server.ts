import { fillWorkflow, type SlotValues } from '../fill-workflow.ts'
import { findGraphProblems } from '../graph-problems.ts'
import { loadWorkflow, type WorkflowName, workflowNames } from '../load-workflow.ts'
import type { ObjectInfo } from '../object-info.ts'
import type { ComfyServer, RunOutputs } from './comfy-server.ts'
import { type SampleOptions, samplesFor, uploadSamples } from './sample-inputs.ts'

export type Verdict = {
  readonly workflow: WorkflowName
  /** What the server's node table or the server itself says against the graph; empty when it was taken. */
  readonly problems: readonly string[]
  /** The files it made, where it was run. */
  readonly outputs?: RunOutputs
  readonly seconds?: number
}

export type CheckOptions = SampleOptions & {
  readonly workflows?: readonly WorkflowName[]
  /** Which of them to run to their end; the others are taken back as soon as they are accepted. */
  readonly run?: readonly WorkflowName[]
}

/**
 * Holds workflows to a running ComfyUI: first to its `/object_info`, by the strict rules of `findGraphProblems`, then to
 * its `POST /prompt` with sample inputs. An identity that is run for a photo is what the pages after it are run with.
 */
export async function checkOnServer(server: ComfyServer, options: CheckOptions): Promise<Verdict[]> {
  const info = await server.nodes()
  let samples = await uploadSamples(server, options)
  const verdicts: Verdict[] = []
  for (const name of options.workflows ?? workflowNames) {
    const isRun = options.run?.includes(name) ?? false
    const verdict = await checkOne(server, info, name, samples, isRun)
    verdicts.push(verdict)
    const identity = await identityMadeBy(server, verdict)
    if (identity) samples = { ...samples, identity: await server.upload('identity.safetensors', identity) }
  }
  return verdicts
}

async function checkOne(
  server: ComfyServer,
  info: ObjectInfo,
  name: WorkflowName,
  samples: SlotValues,
  isRun: boolean,
): Promise<Verdict> {
  const workflow = await loadWorkflow(name)
  const graph = fillWorkflow(workflow, samplesFor(workflow, samples))
  const found = findGraphProblems(graph, info).map(({ nodeId, detail }) => `node ${nodeId}: ${detail}`)
  if (found.length > 0) return { workflow: name, problems: found }
  const began = performance.now()
  const submitted = await server.submit(graph)
  if ('refusals' in submitted) return { workflow: name, problems: submitted.refusals }
  if (!isRun) {
    await server.withdraw(submitted.promptId)
    return { workflow: name, problems: [] }
  }
  try {
    const outputs = await server.outputsOf(submitted.promptId)
    const silent = Object.entries(workflow.outputs).filter(([, { node }]) => !outputs[node]?.length)
    const problems = silent.map(([output]) => `no file for ${output}`)
    return { workflow: name, problems, outputs, seconds: (performance.now() - began) / 1000 }
  } catch (error) {
    return { workflow: name, problems: [error instanceof Error ? error.message : 'the run failed'] }
  }
}

async function identityMadeBy(server: ComfyServer, { workflow, outputs }: Verdict) {
  if (workflow !== 'identity.v1' || outputs === undefined) return undefined
  const [file] = Object.values(outputs).flat()
  return file && (await server.fetchFile(file))
}
