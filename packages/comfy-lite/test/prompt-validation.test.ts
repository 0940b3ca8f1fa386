import { describe, test } from 'vitest'
import { z } from 'zod'
import type { ApiGraph } from '../src/graph/api-graph.ts'
import { greyPng, startSession } from './comfy-session.ts'

const reason = z.object({
  type: z.string(),
  message: z.string(),
  details: z.string(),
  extra_info: z.record(z.string(), z.unknown()),
})

const refusal = z.strictObject({
  error: reason,
  node_errors: z.record(
    z.string(),
    z.strictObject({
      errors: z.array(reason),
      dependent_outputs: z.array(z.string()),
      class_type: z.string(),
    }),
  ),
})

function validGraph(): ApiGraph {
  return {
    mask: { class_type: 'SolidMask', inputs: { value: 0.5, width: 16, height: 16 } },
    grow: { class_type: 'GrowMask', inputs: { mask: ['mask', 0], expand: 2, tapered_corners: true } },
    image: { class_type: 'MaskToImage', inputs: { mask: ['grow', 0] } },
    save: { class_type: 'SaveImage', inputs: { images: ['image', 0], filename_prefix: 'page' } },
  }
}

/** The valid graph with inputs of one node replaced; undefined takes an input away. */
function changed(nodeId: string, inputs: Record<string, unknown>): ApiGraph {
  const graph = validGraph()
  const node = graph[nodeId]
  if (node === undefined) throw new Error(`no node ${nodeId}`)
  for (const [name, value] of Object.entries(inputs)) {
    if (value === undefined) delete node.inputs[name]
    else node.inputs[name] = value
  }
  return graph
}

async function refusalOf(graph: unknown) {
  const session = await startSession()
  const response = await session.post('/prompt', { prompt: graph })
  return { status: response.status, ...refusal.parse(await response.json()) }
}

describe('POST /prompt refuses a graph with 400', () => {
  test.for([
    ['a required input is missing', 'grow', { expand: undefined }, 'required_input_missing', 'expand'],
    ['a link is no pair', 'grow', { mask: ['mask'] }, 'bad_linked_input', 'mask'],
    [
      'linked types differ',
      'save',
      { images: ['grow', 0] },
      'return_type_mismatch',
      'images, received_type(MASK) mismatch input_type(IMAGE)',
    ],
    [
      'a number cannot be read',
      'grow',
      { expand: 'two' },
      'invalid_input_type',
      "expand, two, invalid literal for int() with base 10: 'two'",
    ],
    ['a number is too small', 'mask', { value: -0.5 }, 'value_smaller_than_min', 'value'],
    ['a number is too big', 'mask', { value: 2 }, 'value_bigger_than_max', 'value'],
  ] as const)('when %s', async ([, nodeId, inputs, type, details], { expect }) => {
    const { status, error, node_errors } = await refusalOf(changed(nodeId, inputs))
    expect(status).toBe(400)
    expect(error).toMatchObject({
      type: 'prompt_outputs_failed_validation',
      message: 'Prompt outputs failed validation',
    })
    expect(node_errors[nodeId]?.dependent_outputs).toEqual(['save'])
    expect(node_errors[nodeId]?.errors).toMatchObject([{ type, details }])
    expect(Object.keys(node_errors)).toEqual([nodeId])
  })

  test('when a choice is not on the list, and says what was', async ({ expect }) => {
    const graph = validGraph()
    graph['model'] = {
      class_type: 'UNETLoader',
      inputs: { unet_name: 'other.safetensors', weight_dtype: 'default' },
    }
    graph['image'] = { class_type: 'VAEDecode', inputs: { samples: ['latent', 0], vae: ['vae', 0] } }
    graph['latent'] = { class_type: 'EmptyLatentImage', inputs: { width: 16, height: 16, batch_size: 1 } }
    graph['vae'] = { class_type: 'VAELoader', inputs: { vae_name: 'other.safetensors' } }
    const { node_errors } = await refusalOf(graph)
    expect(node_errors['vae']?.errors).toMatchObject([
      {
        type: 'value_not_in_list',
        message: 'Value not in list',
        details: "vae_name: 'other.safetensors' not in ['ae.safetensors', 'pixel_space']",
        extra_info: { input_name: 'vae_name', received_value: 'other.safetensors' },
      },
    ])
    expect(node_errors['model']).toBeUndefined()
  })

  test.for(['absent.png', '../outside.png', 'absent.png [output]'])(
    'when the image %s is not there',
    async (image, { expect }) => {
      const graph = validGraph()
      graph['image'] = { class_type: 'LoadImage', inputs: { image } }
      const { node_errors } = await refusalOf(graph)
      expect(node_errors['image']?.errors).toMatchObject([
        { type: 'custom_validation_failed', details: `image - Invalid image file: ${image}` },
      ])
    },
  )

  test('when a link leads to no node: the fault is booked on the node that links', async ({ expect }) => {
    const { node_errors } = await refusalOf(changed('grow', { mask: ['99', 0] }))
    expect(node_errors['grow']?.errors).toMatchObject([
      {
        type: 'exception_during_inner_validation',
        details: "'99'",
        extra_info: { exception_type: 'KeyError', linked_node: ['grow', 0] },
      },
    ])
  })

  test('when an output node itself links to no node', async ({ expect }) => {
    const { node_errors } = await refusalOf(changed('save', { images: ['99', 0] }))
    expect(node_errors['save']?.errors).toMatchObject([
      { type: 'exception_during_validation', details: "'99'" },
    ])
  })

  test('when nodes link in a circle', async ({ expect }) => {
    const { node_errors } = await refusalOf({
      ...changed('grow', { mask: ['invert', 0] }),
      invert: { class_type: 'InvertMask', inputs: { mask: ['grow', 0] } },
    })
    expect(node_errors['invert']?.errors).toMatchObject([
      { type: 'dependency_cycle', details: 'grow -> invert -> grow' },
    ])
  })

  test('when a class does not exist, even where no output needs it', async ({ expect }) => {
    const graph = { ...validGraph(), stray: { class_type: 'NoSuchNode', inputs: {} } }
    const { error, node_errors } = await refusalOf(graph)
    expect(error).toMatchObject({
      type: 'missing_node_type',
      extra_info: { node_id: 'stray', class_type: 'NoSuchNode' },
    })
    expect(node_errors).toEqual({})
  })

  test('when a node has no class', async ({ expect }) => {
    const { error } = await refusalOf({ ...validGraph(), stray: { inputs: {} } })
    expect(error).toMatchObject({ type: 'invalid_prompt', details: "Node ID '#stray'" })
  })

  test('when nothing is put out', async ({ expect }) => {
    const { save: _save, ...rest } = validGraph()
    const { error } = await refusalOf(rest)
    expect(error).toMatchObject({ type: 'prompt_no_outputs', details: '' })
  })

  test('when there is no prompt, or an id that is no UUID', async ({ expect }) => {
    const session = await startSession()
    const without = await session.post('/prompt', { client_id: 'a' })
    expect(refusal.parse(await without.json()).error.type).toBe('no_prompt')
    const badId = await session.post('/prompt', { prompt: validGraph(), prompt_id: 'ABC' })
    expect(badId.status).toBe(400)
    expect(refusal.parse(await badId.json()).error.type).toBe('invalid_prompt_id')
  })

  test('and a body that is no JSON gets a bare 500', async ({ expect }) => {
    const session = await startSession()
    const response = await fetch(`${session.url}/prompt`, { method: 'POST', body: '{' })
    expect(response.status).toBe(500)
    expect(await response.text()).toContain('500 Internal Server Error')
  })
})

describe('POST /prompt lets pass what ComfyUI lets pass', () => {
  test('literals in other forms are read as Python would', async ({ expect }) => {
    const session = await startSession()
    const graph = changed('grow', { expand: '3', tapered_corners: 'false' })
    const { history } = await session.run(changed('grow', { expand: '3', tapered_corners: 'false' }))
    expect(history.status.status_str).toBe('success')
    expect(graph['grow']?.inputs['expand']).toBe('3')
    expect(history).toMatchObject({
      prompt: { 2: { grow: { inputs: { expand: 3, tapered_corners: true } } } },
    })
  })

  test('with two outputs a broken branch is dropped and told in a 200', async ({ expect }) => {
    const session = await startSession()
    const prompt = {
      ...validGraph(),
      broken: { class_type: 'SaveImage', inputs: { images: ['mask', 0], filename_prefix: 'broken' } },
    }
    const response = await session.post('/prompt', { prompt })
    expect(response.status).toBe(200)
    const answer = z
      .object({ prompt_id: z.uuid(), number: z.number(), node_errors: refusal.shape.node_errors })
      .parse(await response.json())
    expect(answer.node_errors['broken']?.errors[0]?.type).toBe('return_type_mismatch')
  })

  test('only the asked-for outputs are run', async ({ expect }) => {
    const session = await startSession()
    await session.upload('grey.png', await greyPng(8, () => 1))
    const prompt = {
      ...validGraph(),
      other: { class_type: 'PreviewImage', inputs: { images: ['image', 0] } },
    }
    const { history } = await session.run(prompt, { partial_execution_targets: ['other'] })
    expect(Object.keys(history.outputs)).toEqual(['other'])
    expect(history.outputs['other']?.images[0]?.type).toBe('temp')
  })
})
