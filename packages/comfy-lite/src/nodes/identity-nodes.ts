import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { decodeIdentity, encodeIdentity } from '../draft/identity-file.ts'
import { type FileStore, PathEscapeError } from '../storage/file-store.ts'
import { modelFiles } from './model-files.ts'
import { defineNode, type InputSpec } from './node-definition.ts'

/**
 * Stand-ins for our own PuLID nodes (comfy-workflows/custom_nodes/foxetales_pulid): same names, inputs and errors. What
 * they hand on is the photo's own face instead of an embedding of it.
 */

const pythonModule = 'custom_nodes.foxetales_pulid'
const category = 'foxetales/pulid'

const share = (value: number) =>
  ({ type: 'FLOAT', options: { default: value, min: 0, max: 1, step: 0.001 } }) as const satisfies InputSpec

export const identityExtract = defineNode({
  classType: 'FoxetalesIdentityExtract',
  displayName: 'Extract identity (PuLID)',
  category,
  pythonModule,
  required: {
    pulid_flux: { type: 'PULIDFLUX' },
    eva_clip: { type: 'EVA_CLIP' },
    face_analysis: { type: 'FACEANALYSIS' },
    image: { type: 'IMAGE' },
    min_face_score: { type: 'FLOAT', options: { default: 0.5, min: 0, max: 1, step: 0.01 } },
    filename_prefix: { type: 'STRING', options: { default: 'foxetales/identity' } },
  },
  outputs: ['PULID_IDENTITY'],
  outputNames: ['identity'],
  isOutputNode: true,
  async execute({ image, filename_prefix }, { files, findFace }) {
    const face = await findFace(image)
    const { path, reference } = await files.nextOutput(filename_prefix, 'output', 'safetensors')
    await writeFile(path, encodeIdentity(face))
    return { outputs: [face], ui: { identities: [reference] } }
  },
})

function identityFileProblem(value: unknown, files: FileStore): string | null {
  const problem = `Invalid identity file: ${String(value)}`
  if (typeof value !== 'string') return problem
  try {
    return existsSync(files.pathOfAnnotated(value)) ? null : problem
  } catch (error) {
    if (error instanceof PathEscapeError) return problem
    throw error
  }
}

export const identityLoad = defineNode({
  classType: 'FoxetalesIdentityLoad',
  displayName: 'Load identity (PuLID)',
  category,
  pythonModule,
  required: { identity: { type: 'STRING', options: { default: '' } } },
  outputs: ['PULID_IDENTITY'],
  outputNames: ['identity'],
  customCheck: { input: 'identity', check: identityFileProblem },
  async fingerprint(inputs, files) {
    const bytes = await readFile(files.pathOfAnnotated(String(inputs['identity'])))
    return createHash('sha256').update(bytes).digest('hex')
  },
  async execute({ identity }, { files }) {
    return { outputs: [decodeIdentity(await readFile(files.pathOfAnnotated(identity)))] }
  },
})

export const pulidLoader = defineNode({
  classType: 'FoxetalesPulidLoader',
  displayName: 'Load PuLID cross-attention',
  category,
  pythonModule,
  required: { pulid_file: { choices: modelFiles.pulid } },
  outputs: ['PULID_CROSS_ATTENTION'],
  outputNames: ['pulid'],
  execute: ({ pulid_file }) => ({ outputs: [{ file: pulid_file }] }),
})

export const identityApply = defineNode({
  classType: 'FoxetalesIdentityApply',
  displayName: 'Apply identity (PuLID)',
  category,
  pythonModule,
  required: {
    model: { type: 'MODEL' },
    pulid: { type: 'PULID_CROSS_ATTENTION' },
    identity: { type: 'PULID_IDENTITY' },
    weight: { type: 'FLOAT', options: { default: 0.9, min: -1, max: 5, step: 0.05 } },
    start_at: share(0),
    end_at: share(1),
  },
  optional: { attn_mask: { type: 'MASK' } },
  outputs: ['MODEL'],
  outputNames: ['model'],
  execute({ model, identity, weight, attn_mask }) {
    const pulid = { photo: null, face: identity, attentionMask: attn_mask ?? null, weight }
    return { outputs: [{ ...model, pulid }] }
  },
})
