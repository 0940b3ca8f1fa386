import type { InputSpec, NodeDefinition } from '../nodes/node-definition.ts'
import type { FileStore } from '../storage/file-store.ts'
import { CoercionError, coerceLiteral, pythonText } from './coerce-literal.ts'
import { publishSpec } from './object-info.ts'
import type { ErrorReason } from './validation-errors.ts'

/** Longer lists are not repeated in an error: a folder of models can have thousands of names. */
const longestListedChoices = 20

/** A literal array must be wrapped, because a bare one is a link. */
function unwrap(value: unknown): unknown {
  return typeof value === 'object' && value !== null && '__value__' in value ? value.__value__ : value
}

function rangeProblem(name: string, value: unknown, spec: InputSpec): ErrorReason | null {
  const { min, max } = spec.options ?? {}
  if (typeof value !== 'number') return null
  const extra_info = { input_name: name, input_config: publishSpec(spec), received_value: value }
  if (min !== undefined && value < min) {
    const message = `Value ${value} smaller than min of ${min}`
    return { type: 'value_smaller_than_min', message, details: name, extra_info }
  }
  if (max !== undefined && value > max) {
    const message = `Value ${value} bigger than max of ${max}`
    return { type: 'value_bigger_than_max', message, details: name, extra_info }
  }
  return null
}

function choiceProblem(name: string, value: unknown, spec: InputSpec): ErrorReason | null {
  if (!('choices' in spec) || spec.choices.some((choice) => choice === value)) return null
  const isLong = spec.choices.length > longestListedChoices
  const listed = isLong
    ? `(list of length ${spec.choices.length})`
    : `[${spec.choices.map((choice) => `'${choice}'`).join(', ')}]`
  return {
    type: 'value_not_in_list',
    message: 'Value not in list',
    details: `${name}: '${pythonText(value)}' not in ${listed}`,
    extra_info: {
      input_name: name,
      input_config: isLong ? null : publishSpec(spec),
      received_value: value,
    },
  }
}

function customProblem(
  name: string,
  value: unknown,
  definition: NodeDefinition,
  files: FileStore,
): ErrorReason | null {
  const reason = definition.customCheck?.check(value, files) ?? null
  if (reason === null) return null
  return {
    type: 'custom_validation_failed',
    message: 'Custom validation failed for node',
    details: `${name} - ${reason}`,
    extra_info: { input_name: name },
  }
}

/** A literal as its input's type, or what is wrong with it. */
export function validateLiteral(
  name: string,
  raw: unknown,
  spec: InputSpec,
  definition: NodeDefinition,
  files: FileStore,
): { value: unknown; problem: ErrorReason | null } {
  const literal = unwrap(raw)
  const type = 'choices' in spec ? 'COMBO' : spec.type
  let value: unknown
  try {
    value = coerceLiteral(literal, type)
  } catch (error) {
    if (!(error instanceof CoercionError)) throw error
    const problem: ErrorReason = {
      type: 'invalid_input_type',
      message: `Failed to convert an input value to a ${type} value`,
      details: `${name}, ${pythonText(literal)}, ${error.message}`,
      extra_info: {
        input_name: name,
        input_config: publishSpec(spec),
        received_value: literal,
        exception_message: error.message,
      },
    }
    return { value: literal, problem }
  }
  if (definition.customCheck?.input === name) {
    return { value, problem: customProblem(name, value, definition, files) }
  }
  return { value, problem: rangeProblem(name, value, spec) ?? choiceProblem(name, value, spec) }
}
