import { readdir } from 'node:fs/promises'
import { describe, test } from 'vitest'
import { fillWorkflow, loadWorkflow, type SlotName, workflowNames } from '../src/load-workflow.ts'
import { findOrphanNodes, findSlotProblems } from '../src/slot-problems.ts'

const pageValues = {
  photo: 'job/photo.png',
  face_mask: 'job/face.png',
  init_image: 'job/init.png',
  soft_mask: 'job/mask.png',
  prompt_clip_l: 'a child',
  prompt_t5xxl: 'a child on a boat',
  seed: 7,
  steps: 25,
  denoise: 0.55,
  filename_prefix: 'job/person',
}

const { photo: _photo, face_mask: _faceMask, ...facelessValues } = pageValues

describe.each([...workflowNames])('%s', (name) => {
  test('every slot and output names an existing node, class and literal input', async ({ expect }) => {
    expect(findSlotProblems(await loadWorkflow(name))).toEqual([])
  })

  test('every node is needed by an output', async ({ expect }) => {
    expect(findOrphanNodes(await loadWorkflow(name))).toEqual([])
  })

  test('ends at one saved image of the decoded person', async ({ expect }) => {
    const { graph, outputs } = await loadWorkflow(name)
    const saves = Object.entries(graph).filter(([, node]) => node.class_type === 'SaveImage')
    expect(saves.map(([id]) => id)).toEqual([outputs.person.node])
    const source = saves[0]?.[1].inputs['images']
    expect(Array.isArray(source) && graph[source[0]]?.class_type).toBe('VAEDecode')
  })
})

test('every graph file in the folder is a workflow that can be loaded', async ({ expect }) => {
  const files = await readdir(new URL('..', import.meta.url))
  const graphs = files.filter((file) => /\.v\d+\.json$/.test(file)).map((file) => file.replace(/\.json$/, ''))
  expect(graphs.toSorted()).toEqual([...workflowNames].toSorted())
})

test('the page workflow takes a photo, the faceless one does not', async ({ expect }) => {
  const faceSlots: SlotName[] = ['photo', 'face_mask']
  const page = await loadWorkflow('book-page.v1')
  const faceless = await loadWorkflow('book-page-faceless.v1')
  expect(faceSlots.every((slot) => slot in page.slots)).toBe(true)
  expect(faceSlots.some((slot) => slot in faceless.slots)).toBe(false)
  expect(Object.values(faceless.graph).some((node) => node.class_type.includes('Pulid'))).toBe(false)
})

test('a filled graph carries the values and leaves the workflow as it was', async ({ expect }) => {
  const workflow = await loadWorkflow('book-page.v1')
  const before = structuredClone(workflow)
  const graph = fillWorkflow(workflow, pageValues)
  expect(graph['13']?.inputs['image']).toBe('job/photo.png')
  expect(graph['15']?.inputs['image']).toBe('job/face.png')
  expect(graph['50']?.inputs).toMatchObject({ seed: 7, steps: 25, denoise: 0.55, latent_image: ['44', 0] })
  expect(workflow).toEqual(before)
})

test('a missing value is refused by its slot name', async ({ expect }) => {
  const workflow = await loadWorkflow('book-page.v1')
  expect(() => fillWorkflow(workflow, facelessValues)).toThrow('slot photo')
})

test('a value for a slot the workflow has not is refused', async ({ expect }) => {
  const workflow = await loadWorkflow('book-page-faceless.v1')
  expect(() => fillWorkflow(workflow, pageValues)).toThrow('no slot photo')
  expect(() => fillWorkflow(workflow, { ...facelessValues, ...{ toString: 'x' } })).toThrow(
    'no slot toString',
  )
})

test('a seed sent as text is refused', async ({ expect }) => {
  const workflow = await loadWorkflow('book-page-faceless.v1')
  expect(() => fillWorkflow(workflow, { ...facelessValues, seed: '7' })).toThrow('seed')
})

test('a slot that points at a renumbered node is found', async ({ expect }) => {
  const workflow = await loadWorkflow('book-page.v1')
  const sampler = workflow.slots.seed
  if (sampler === undefined) throw new Error('the page workflow has a seed')
  sampler.node = '51'
  expect(findSlotProblems(workflow)).toEqual(['seed: node 51 is VAEDecode, not KSampler'])
})
