import { describe, test } from 'vitest'
import { runFailure, submitFailure } from '../src/comfy/comfy-failure.ts'

function ended(event: string, data: Record<string, unknown>) {
  return { outputs: {}, status: { status_str: 'error', messages: [[event, data] as [string, typeof data]] } }
}

function refusedNode(classType: string, type: string, inputName: string) {
  const errors = [{ type, message: 'secret', details: 'secret', extra_info: { input_name: inputName } }]
  return {
    error: { type: 'prompt_outputs_failed_validation' },
    node_errors: { '4': { class_type: classType, errors } },
  }
}

describe('a failure of the picture engine', () => {
  test('at submission tells a missing model from a wrong graph', ({ expect }) => {
    const model = submitFailure(400, refusedNode('LoraLoaderModelOnly', 'value_not_in_list', 'lora_name'))
    expect(model).toMatchObject({ code: 'MODEL_MISSING', retryable: true })
    expect(model.message).toBe('lora_name of LoraLoaderModelOnly names a file that is not installed')
    const graph = submitFailure(200, refusedNode('KSampler', 'value_bigger_than_max', 'steps'))
    expect(graph).toMatchObject({ code: 'WORKFLOW_INVALID', retryable: false })
    expect(graph.message).toContain('value_bigger_than_max')
    expect(submitFailure(400, { error: { type: 'missing_node_type' } }).code).toBe('MODEL_MISSING')
    expect(submitFailure(500, 'Server got itself in trouble')).toMatchObject({
      code: 'WORKFLOW_INVALID',
      retryable: true,
    })
  })

  test('in a run is told by its kind, never by its text', ({ expect }) => {
    const error = (type: string, message = 'a child named Mia', node = 'KSampler') =>
      runFailure(
        ended('execution_error', { exception_type: type, exception_message: message, node_type: node }),
      )
    expect(error('FoxeNoFaceError')).toMatchObject({ code: 'NO_FACE_IN_PHOTO', retryable: false })
    expect(error('torch.OutOfMemoryError')).toMatchObject({ code: 'GPU_OUT_OF_MEMORY', retryable: true })
    expect(error('RuntimeError', 'Allocation on device 0 failed').code).toBe('GPU_OUT_OF_MEMORY')
    expect(error('SafetensorError', 'header too small', 'UNETLoader').code).toBe('MODEL_MISSING')
    const other = error('ValueError')
    expect(other).toMatchObject({ code: 'ENGINE_FAILED', retryable: true })
    expect(other.message).not.toContain('Mia')
    expect(runFailure(ended('execution_interrupted', {})).code).toBe('ENGINE_INTERRUPTED')
  })
})
