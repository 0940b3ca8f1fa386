import { loadWorkflow, type WorkflowName } from '@foxetales/comfy-workflows/load-workflow'
import { loadModels, modelsOf } from '@foxetales/comfy-workflows/models'
import { UnitFailure } from './unit-failure.ts'

/** Model file → the licence that an operator has recorded for it, in the operator's words. */
export type RecordedLicences = ReadonlyMap<string, string>

/**
 * Refuses work that is for sale where one of the workflow's models may not be used for that. A licence bought for a model
 * is recorded in MODEL_LICENCES.
 * @throws {UnitFailure} MODEL_UNLICENSED, naming the files
 */
export async function refuseUnlicensed(
  workflow: WorkflowName,
  commercial: boolean,
  recorded: RecordedLicences,
): Promise<void> {
  if (!commercial) return
  const { graph } = await loadWorkflow(workflow)
  const used = modelsOf(graph, await loadModels())
  const missing = used.filter((model) => !model.commercial && !recorded.has(model.file))
  if (missing.length === 0) return
  const files = missing.map((model) => model.file).join(', ')
  throw new UnitFailure('MODEL_UNLICENSED', `no licence to sell is recorded for ${files}`, {
    retryable: false,
  })
}
