import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { describe, test } from 'vitest'
import {
  fillWorkflow,
  loadWorkflow,
  type SlotValues,
  type Workflow,
  workflowNames,
} from '../src/load-workflow.ts'
import { findOrphanNodes, findSlotProblems } from '../src/slot-problems.ts'

const samples: Required<SlotValues> = {
  photo: 'job/photo.png',
  identity: 'job/identity.safetensors',
  face_mask: 'job/face.png',
  likeness: 1.2,
  pose: 'job/pose.png',
  person: 'job/person.png',
  init_image: 'job/init.png',
  soft_mask: 'job/mask.png',
  prompt_clip_l: 'a child',
  prompt_t5xxl: 'a child on a boat',
  seed: 7,
  steps: 25,
  denoise: 0.55,
  filename_prefix: 'job/person',
  print_width: 2625,
  print_height: 2625,
  print_prefix: 'job/print',
}

/** A value for each slot that the workflow has. */
function valuesFor({ slots }: Workflow): SlotValues {
  return Object.fromEntries(Object.entries(samples).filter(([name]) => Object.hasOwn(slots, name)))
}

const pages = workflowNames.filter((name) => name.startsWith('book-page'))

describe.each([...workflowNames])('%s', (name) => {
  test('every slot and output names an existing node, class and literal input', async ({ expect }) => {
    expect(findSlotProblems(await loadWorkflow(name))).toEqual([])
  })

  test('every node is needed by an output', async ({ expect }) => {
    expect(findOrphanNodes(await loadWorkflow(name))).toEqual([])
  })

  test('can be filled', async ({ expect }) => {
    const workflow = await loadWorkflow(name)
    expect(Object.keys(fillWorkflow(workflow, valuesFor(workflow)))).toEqual(Object.keys(workflow.graph))
  })
})

describe.each(pages)('the page workflow %s', (name) => {
  test('ends at one saved image of the decoded person, and for print at another', async ({ expect }) => {
    const { graph, outputs } = await loadWorkflow(name)
    const saves = Object.entries(graph).filter(([, node]) => node.class_type === 'SaveImage')
    const expected = [outputs.person?.node, outputs.print_person?.node].filter((id) => id !== undefined)
    expect(saves.map(([id]) => id)).toEqual(expected)
    const source = saves[0]?.[1].inputs['images']
    expect(Array.isArray(source) && graph[source[0]]?.class_type).toBe('VAEDecode')
  })

  test("keeps the house's settings: LoRA 0.7, 25 steps, denoise 0.55, both encoders, soft noise mask", async ({
    expect,
  }) => {
    const { graph } = await loadWorkflow(name)
    const inputsOf = (type: string) => Object.values(graph).find((node) => node.class_type === type)?.inputs
    expect(inputsOf('LoraLoaderModelOnly')).toMatchObject({ strength_model: 0.7 })
    expect(inputsOf('KSampler')).toMatchObject({ steps: 25, denoise: 0.55, cfg: 1 })
    expect(inputsOf('DualCLIPLoader')).toMatchObject({ clip_name1: 'clip_l.safetensors', type: 'flux' })
    expect(inputsOf('CLIPTextEncodeFlux')).toMatchObject({ guidance: 3.5 })
    expect(inputsOf('DifferentialDiffusion')).toMatchObject({ strength: 1 })
    expect(inputsOf('SetLatentNoiseMask')).toMatchObject({ mask: ['22', 0] })
  })
})

test('every graph file in the folder is a workflow that can be loaded', async ({ expect }) => {
  const files = await readdir(new URL('..', import.meta.url))
  const graphs = files.filter((file) => /\.v\d+\.json$/.test(file)).map((file) => file.replace(/\.json$/, ''))
  expect(graphs.toSorted()).toEqual([...workflowNames].toSorted())
})

test('a released graph is frozen: a change is a new file with the next version', async ({ expect }) => {
  const folder = new URL('..', import.meta.url)
  const released = JSON.parse(await readFile(new URL('released.json', folder), 'utf8'))
  const present = await Promise.all(
    workflowNames.map(async (name) => {
      const bytes = await readFile(new URL(`${name}.json`, folder))
      return [name, createHash('sha256').update(bytes).digest('hex')]
    }),
  )
  expect(Object.fromEntries(present)).toEqual(released)
})

test('a page takes the stored identity and never the photo, the stock variant the photo, a faceless one neither', async ({
  expect,
}) => {
  const slotsOf = async (name: (typeof pages)[number]) => Object.keys((await loadWorkflow(name)).slots)
  for (const name of ['book-page.v1', 'book-page-print.v1', 'book-page-pose.v1'] as const) {
    expect(await slotsOf(name)).toEqual(expect.arrayContaining(['identity', 'face_mask']))
    expect(await slotsOf(name)).not.toContain('photo')
  }
  expect(await slotsOf('book-page-stock-pulid.v1')).toContain('photo')
  for (const name of ['book-page-faceless.v1', 'book-page-faceless-print.v1'] as const) {
    const { slots, graph } = await loadWorkflow(name)
    expect(Object.keys(slots).filter((slot) => ['photo', 'identity', 'face_mask'].includes(slot))).toEqual([])
    expect(Object.values(graph).some((node) => /Pulid|Identity/.test(node.class_type))).toBe(false)
  }
})

test('a filled graph carries the values and leaves the workflow as it was', async ({ expect }) => {
  const workflow = await loadWorkflow('book-page.v1')
  const before = structuredClone(workflow)
  const graph = fillWorkflow(workflow, valuesFor(workflow))
  expect(graph['13']?.inputs['identity']).toBe('job/identity.safetensors')
  expect(graph['15']?.inputs['image']).toBe('job/face.png')
  expect(graph['50']?.inputs).toMatchObject({ seed: 7, steps: 25, denoise: 0.55, latent_image: ['44', 0] })
  expect(workflow).toEqual(before)
})

test('the likeness is as strong as the graph says, or as it was asked to be', async ({ expect }) => {
  const workflow = await loadWorkflow('book-page.v1')
  const { likeness: _likeness, ...usual } = valuesFor(workflow)
  expect(fillWorkflow(workflow, usual)['14']?.inputs['weight']).toBe(0.9)
  const strong = fillWorkflow(workflow, valuesFor(workflow))
  expect(strong['14']?.inputs['weight']).toBe(1.2)
})

test('a missing value is refused by its slot name', async ({ expect }) => {
  const workflow = await loadWorkflow('book-page.v1')
  const { identity: _identity, ...rest } = valuesFor(workflow)
  expect(() => fillWorkflow(workflow, rest)).toThrow('slot identity')
})

test('a value for a slot the workflow has not is refused', async ({ expect }) => {
  const workflow = await loadWorkflow('book-page-faceless.v1')
  const values = valuesFor(workflow)
  expect(() => fillWorkflow(workflow, { ...values, photo: 'x' })).toThrow('no slot photo')
  expect(() => fillWorkflow(workflow, { ...values, ...{ toString: 'x' } })).toThrow('no slot toString')
})

test('a seed sent as text is refused', async ({ expect }) => {
  const workflow = await loadWorkflow('book-page-faceless.v1')
  expect(() => fillWorkflow(workflow, { ...valuesFor(workflow), seed: '7' })).toThrow('seed')
})

test('a slot that points at a renumbered node is found', async ({ expect }) => {
  const workflow = await loadWorkflow('book-page.v1')
  const sampler = workflow.slots.seed
  if (sampler === undefined) throw new Error('the page workflow has a seed')
  sampler.node = '51'
  expect(findSlotProblems(workflow)).toEqual(['seed: node 51 is VAEDecode, not KSampler'])
})
