import type { InputSpec } from '../nodes/node-definition.ts'
import { publishSpec } from './object-info.ts'

/** One thing wrong, as ComfyUI's 400 words it. */
export type ErrorReason = {
  type: string
  message: string
  details: string
  extra_info: Record<string, unknown>
}

/** What is wrong with one node, and which output nodes cannot run for it. */
export type NodeErrors = Record<
  string,
  { errors: ErrorReason[]; dependent_outputs: string[]; class_type: string }
>

/** Something Python would have thrown while following a link; its type and text are part of the answer. */
export class LinkLookupError extends Error {
  readonly exceptionType: string
  constructor(exceptionType: string, message: string) {
    super(message)
    this.exceptionType = exceptionType
  }
}

export function missingInput(name: string): ErrorReason {
  return {
    type: 'required_input_missing',
    message: 'Required input is missing',
    details: name,
    extra_info: { input_name: name },
  }
}

export function badLink(name: string, spec: InputSpec, value: unknown): ErrorReason {
  return {
    type: 'bad_linked_input',
    message: 'Bad linked input, must be a length-2 list of [node_id, slot_index]',
    details: name,
    extra_info: { input_name: name, input_config: publishSpec(spec), received_value: value },
  }
}

export function typeMismatch(name: string, spec: InputSpec, received: string, link: unknown): ErrorReason {
  const expected =
    'choices' in spec ? `[${spec.choices.map((choice) => `'${choice}'`).join(', ')}]` : spec.type
  return {
    type: 'return_type_mismatch',
    message: 'Return type mismatch between linked nodes',
    details: `${name}, received_type(${received}) mismatch input_type(${expected})`,
    extra_info: {
      input_name: name,
      input_config: publishSpec(spec),
      received_type: received,
      linked_node: link,
    },
  }
}

/** Newer servers name a circle instead of running into Python's recursion limit. */
export function dependencyCycle(path: readonly string[]): ErrorReason {
  return {
    type: 'dependency_cycle',
    message: 'Dependency cycle detected',
    details: path.join(' -> '),
    extra_info: { cycle_nodes: path },
  }
}

export function innerException(
  name: string,
  spec: InputSpec,
  error: LinkLookupError,
  link: unknown,
): ErrorReason {
  return {
    type: 'exception_during_inner_validation',
    message: 'Exception when validating inner node',
    details: error.message,
    extra_info: {
      input_name: name,
      input_config: publishSpec(spec),
      exception_message: error.message,
      exception_type: error.exceptionType,
      traceback: [],
      linked_node: link,
    },
  }
}
