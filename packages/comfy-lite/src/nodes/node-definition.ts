import type { FindFace, PaintDraft } from '../draft-port.ts'
import type { FileReference, FileStore } from '../storage/file-store.ts'
import type { ImageTensor } from '../tensor.ts'
import type { TypeName, ValueByType } from './link-values.ts'

/** Options as ComfyUI publishes them in an input's spec; `multiline` and the like are hints for editors. */
export type InputOptions = {
  default?: number | string | boolean
  min?: number
  max?: number
  step?: number
  round?: number
  multiline?: boolean
  dynamicPrompts?: boolean
  control_after_generate?: boolean
  image_upload?: boolean
  advanced?: boolean
}

/** A typed input, or a combo: one of a fixed list of strings. */
export type InputSpec =
  | { readonly type: TypeName; readonly options?: InputOptions }
  | { readonly choices: readonly string[]; readonly options?: InputOptions }

export type InputSpecs = Readonly<Record<string, InputSpec>>

type ValueOf<Spec extends InputSpec> = Spec extends { readonly type: infer Name extends TypeName }
  ? ValueByType[Name]
  : string

type InputValues<Required extends InputSpecs, Optional extends InputSpecs> = {
  [Name in keyof Required]: ValueOf<Required[Name]>
} & { [Name in keyof Optional]?: ValueOf<Optional[Name]> }

type OutputValues<Outputs extends readonly TypeName[]> = {
  [Index in keyof Outputs]: ValueByType[Outputs[Index]]
}

/** What a running node may reach. */
export type NodeContext = {
  files: FileStore
  paintDraft: PaintDraft
  findFace: FindFace
  /** Aborted on interrupt. */
  signal: AbortSignal
  /** Reports `value` of `max` steps, shows a preview if asked for, and throws when interrupted. */
  onStep: (value: number, max: number, preview: () => ImageTensor) => Promise<void>
}

/** What an output node tells the client. */
export type NodeUi = { images: FileReference[] } | { identities: FileReference[] }

export type NodeResult<Outputs> = { outputs: Outputs; ui?: NodeUi }

/** A node's static description, from which validation and `/object_info` are made. */
export type NodeShape = {
  readonly classType: string
  readonly displayName: string | null
  readonly category: string
  readonly pythonModule: string
  readonly required: InputSpecs
  readonly optional: InputSpecs
  /** ComfyUI's hidden inputs. `UNIQUE_ID` makes the node's id part of its cache signature. */
  readonly hidden: Readonly<Record<string, string>>
  readonly outputs: readonly TypeName[]
  readonly outputNames: readonly string[]
  readonly isOutputNode: boolean
}

/** Inputs that a node checks itself: null when fine, else the reason. The built-in check of a combo is then skipped. */
export type CustomCheck = {
  readonly input: string
  readonly check: (value: unknown, files: FileStore) => string | null
}

export type NodeDefinition = NodeShape & {
  readonly customCheck: CustomCheck | null
  /** Part of the cache signature beside the inputs, for nodes that read files; as ComfyUI's IS_CHANGED. */
  readonly fingerprint:
    | ((inputs: Readonly<Record<string, unknown>>, files: FileStore) => Promise<string>)
    | null
  readonly execute: (
    inputs: Readonly<Record<string, unknown>>,
    context: NodeContext,
  ) => NodeResult<readonly unknown[]> | Promise<NodeResult<readonly unknown[]>>
}

type NodeSource<
  Required extends InputSpecs,
  Optional extends InputSpecs,
  Outputs extends readonly TypeName[],
> = {
  classType: string
  category: string
  displayName?: string | null
  pythonModule?: string
  required: Required
  optional?: Optional
  hidden?: Record<string, string>
  outputs: Outputs
  outputNames?: readonly string[]
  isOutputNode?: boolean
  customCheck?: CustomCheck
  fingerprint?: NodeDefinition['fingerprint']
  execute: (
    inputs: InputValues<Required, Optional>,
    context: NodeContext,
  ) => NodeResult<OutputValues<Outputs>> | Promise<NodeResult<OutputValues<Outputs>>>
}

/** Describes one node class; the types of `execute`'s inputs and outputs follow from the description. */
export function defineNode<
  const Required extends InputSpecs,
  const Outputs extends readonly TypeName[],
  const Optional extends InputSpecs = Record<never, InputSpec>,
>(source: NodeSource<Required, Optional, Outputs>): NodeDefinition {
  return {
    classType: source.classType,
    displayName: source.displayName === undefined ? source.classType : source.displayName,
    category: source.category,
    pythonModule: source.pythonModule ?? 'nodes',
    required: source.required,
    optional: source.optional ?? {},
    hidden: source.hidden ?? {},
    outputs: source.outputs,
    outputNames: source.outputNames ?? source.outputs,
    isOutputNode: source.isOutputNode ?? false,
    customCheck: source.customCheck ?? null,
    fingerprint: source.fingerprint ?? null,
    // The validator has matched every link's and literal's type with this very spec before a graph is run.
    execute: (inputs, context) => source.execute(inputs as InputValues<Required, Optional>, context),
  }
}
