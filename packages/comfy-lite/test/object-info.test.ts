import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, test } from 'vitest'
import { z } from 'zod'
import { describeNode } from '../src/graph/object-info.ts'
import { modelFiles } from '../src/nodes/model-files.ts'
import { nodeRegistry } from '../src/nodes/registry.ts'
import { startSession } from './comfy-session.ts'

/** A recording of a real server's `/object_info`. Kept outside of the project, so named by the environment. */
const recordingFile = process.env['OBJECT_INFO_FILE']

const recordedSpec = z.array(z.unknown()).min(1)

const recordedNode = z.object({
  input: z.object({
    required: z.record(z.string(), recordedSpec).optional(),
    optional: z.record(z.string(), recordedSpec).optional(),
    hidden: z.record(z.string(), z.unknown()).optional(),
  }),
  output: z.array(z.string()),
  output_name: z.array(z.string()),
  output_is_list: z.array(z.boolean()),
  output_node: z.boolean(),
  category: z.string(),
  display_name: z.string().nullable(),
  python_module: z.string(),
})

type RecordedNode = z.infer<typeof recordedNode>

/** The options that validation or a client's editor go by; tooltips are prose. */
const comparedOptions = ['default', 'min', 'max', 'step', 'round', 'multiline', 'image_upload', 'advanced']

/** A folder's content differs between machines: of such lists only their being lists is compared. */
function isFileList(choices: readonly unknown[]): boolean {
  return choices.some((choice) => typeof choice === 'string' && /\.(safetensors|pth|png)$/.test(choice))
}

function comparableType(type: unknown, options: Record<string, unknown>): unknown {
  // V3 nodes report "COMBO" with the list among the options.
  const choices = Array.isArray(type) ? type : options['options']
  if (!Array.isArray(choices)) return type
  return isFileList(choices) ? 'FILES' : choices
}

function comparableSpec([type, given]: unknown[]): unknown {
  const options = z.record(z.string(), z.unknown()).parse(given ?? {})
  const compared = comparedOptions.filter((key) => key in options).map((key) => [key, options[key]])
  return { type: comparableType(type, options), options: Object.fromEntries(compared) }
}

function comparable(node: RecordedNode): unknown {
  const { input, ...rest } = node
  const comparableInputs = (specs: Record<string, unknown[]> = {}) =>
    Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, comparableSpec(spec)]))
  return {
    ...rest,
    required: comparableInputs(input.required),
    optional: comparableInputs(input.optional),
    hidden: input.hidden ?? {},
  }
}

if (recordingFile === undefined) {
  test.skip('the node table equals a recorded /object_info (set OBJECT_INFO_FILE to a recording to run this)')
} else {
  describe('the node table equals a recorded /object_info', () => {
    // Our own nodes are held to their Python in comfy-workflows; a recorded server need not have them.
    const stock = [...nodeRegistry.values()].filter(
      (node) => node.pythonModule !== 'custom_nodes.foxetales_pulid',
    )
    test.for(stock)('$classType', async (node, { expect }) => {
      const text = await readFile(recordingFile, 'utf8')
      const recording = z.record(z.string(), z.unknown()).parse(JSON.parse(text))
      const ours = recordedNode.parse(JSON.parse(JSON.stringify(describeNode(node))))
      expect(comparable(ours)).toEqual(comparable(recordedNode.parse(recording[node.classType])))
    })
  })
}

const ownNodes = [...nodeRegistry.values()].filter(
  (node) => node.pythonModule === 'custom_nodes.foxetales_pulid',
)
const customNodes = fileURLToPath(new URL('../../../comfy-workflows/custom_nodes/', import.meta.url))
const told = spawnSync('python3', ['-B', '-m', 'foxetales_pulid.tests.signatures', ...modelFiles.pulid], {
  cwd: customNodes,
  encoding: 'utf8',
})

if (told.error) {
  test.skip('our own nodes have the signatures of their Python (install Python 3 to run this)')
} else {
  test('our own nodes have the signatures of their Python', ({ expect }) => {
    expect(told.stderr).toBe('')
    const described = ownNodes.map((node) => {
      const { input, output, output_name, output_node, category, display_name } = describeNode(node)
      return [node.classType, { input, output, output_name, output_node, category, display_name }]
    })
    expect(JSON.parse(JSON.stringify(Object.fromEntries(described)))).toEqual(JSON.parse(told.stdout))
  })
}

test('/object_info lists every node in the shape of a V1 node', async ({ expect }) => {
  const session = await startSession()
  const info = await session.getJson('/object_info')
  expect(Object.keys(info).toSorted()).toEqual([...nodeRegistry.keys()].toSorted())
  expect(info.GrowMask).toMatchObject({
    input: {
      required: {
        mask: ['MASK'],
        expand: ['INT', { default: 0, min: -16384, max: 16384, step: 1 }],
        tapered_corners: ['BOOLEAN', { default: true }],
      },
    },
    input_order: { required: ['mask', 'expand', 'tapered_corners'] },
    output: ['MASK'],
    output_is_list: [false],
    output_node: false,
  })
  expect(info.UNETLoader.input.required.unet_name).toEqual([['flux1-dev.safetensors']])
  expect(info.SaveImage.output_node).toBe(true)
})

test('/object_info of one class answers that class, and nothing for an unknown one', async ({ expect }) => {
  const session = await startSession()
  expect(Object.keys(await session.getJson('/api/object_info/KSampler'))).toEqual(['KSampler'])
  expect(await session.getJson('/object_info/NoSuchNode')).toEqual({})
})

test('/system_stats says that this server only drafts', async ({ expect }) => {
  const session = await startSession()
  const { system, devices } = await session.getJson('/system_stats')
  expect(system).toMatchObject({ comfyui_version: 'comfy-lite 1.0.0', draft: true })
  expect(devices[0]).toMatchObject({ type: 'cpu' })
})

test('/models lists the files that the loaders accept', async ({ expect }) => {
  const session = await startSession()
  expect(await session.getJson('/models')).toContain('loras')
  expect(await session.getJson('/models/loras')).toEqual(['foxe_house_style_v1.safetensors'])
  expect((await fetch(`${session.url}/models/nothing`)).status).toBe(404)
})
