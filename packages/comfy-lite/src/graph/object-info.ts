import type { InputSpec, InputSpecs, NodeShape } from '../nodes/node-definition.ts'

/** An input's spec as ComfyUI publishes it: `[TYPE, options?]`, where a combo's TYPE is the list itself. */
export type PublishedSpec =
  | [string | readonly string[]]
  | [string | readonly string[], Record<string, unknown>]

export function publishSpec(spec: InputSpec): PublishedSpec {
  const type = 'choices' in spec ? spec.choices : spec.type
  return spec.options === undefined ? [type] : [type, { ...spec.options }]
}

function publishSpecs(specs: InputSpecs): Record<string, PublishedSpec> {
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, publishSpec(spec)]))
}

/** What `/object_info` says of one node class, in the shape of ComfyUI's V1 nodes. */
export function describeNode(shape: NodeShape): Record<string, unknown> {
  const input: Record<string, unknown> = { required: publishSpecs(shape.required) }
  const inputOrder: Record<string, string[]> = { required: Object.keys(shape.required) }
  if (Object.keys(shape.optional).length > 0) {
    input['optional'] = publishSpecs(shape.optional)
    inputOrder['optional'] = Object.keys(shape.optional)
  }
  if (Object.keys(shape.hidden).length > 0) {
    input['hidden'] = shape.hidden
    inputOrder['hidden'] = Object.keys(shape.hidden)
  }
  return {
    input,
    input_order: inputOrder,
    output: shape.outputs,
    output_is_list: shape.outputs.map(() => false),
    output_name: shape.outputNames,
    name: shape.classType,
    display_name: shape.displayName,
    description: '',
    python_module: shape.pythonModule,
    category: shape.category,
    output_node: shape.isOutputNode,
  }
}
