import * as conditioning from './conditioning-nodes.ts'
import * as controlNets from './controlnet-nodes.ts'
import * as identities from './identity-nodes.ts'
import * as images from './image-nodes.ts'
import * as latents from './latent-nodes.ts'
import * as loading from './load-image-nodes.ts'
import * as loaders from './loader-nodes.ts'
import * as masks from './mask-nodes.ts'
import * as modelPatches from './model-patch-nodes.ts'
import type { NodeDefinition } from './node-definition.ts'
import * as outputs from './output-nodes.ts'
import * as pulid from './pulid-nodes.ts'
import * as sampling from './sampling-nodes.ts'
import * as upscaling from './upscale-nodes.ts'

/** Node class → definition. */
export type NodeRegistry = ReadonlyMap<string, NodeDefinition>

/** A registry of the given nodes; of two with one name the later wins, as in ComfyUI. */
export function createRegistry(definitions: readonly NodeDefinition[]): NodeRegistry {
  return new Map(definitions.map((definition) => [definition.classType, definition]))
}

/** Every node this server knows. A family's file exports nodes and nothing else. */
export const nodeRegistry: NodeRegistry = createRegistry(
  [
    loaders,
    loading,
    masks,
    images,
    upscaling,
    conditioning,
    latents,
    modelPatches,
    pulid,
    identities,
    controlNets,
    sampling,
    outputs,
  ].flatMap((family): NodeDefinition[] => Object.values(family)),
)
