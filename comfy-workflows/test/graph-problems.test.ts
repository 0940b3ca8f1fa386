import { test } from 'vitest'
import { findGraphProblems } from '../src/graph-problems.ts'
import { objectInfoSchema } from '../src/object-info.ts'
import type { Graph } from '../src/workflow-schema.ts'

/** Two nodes as a server tells of them: an older one with its choices in place of a type, and a newer one. */
const info = objectInfoSchema.parse({
  Paint: {
    input: {
      required: {
        kind: [['oil', 'ink']],
        size: ['INT', { default: 8, min: 1, max: 16 }],
        file: [['example.png'], { image_upload: true }],
      },
      optional: { over: ['IMAGE'] },
    },
    output: ['IMAGE', 'MASK'],
    output_node: false,
  },
  Save: {
    input: { required: { images: ['IMAGE'], format: ['COMBO', { options: ['png'] }] } },
    output: [],
    output_node: true,
  },
})

function graph(): Graph {
  return {
    '1': { class_type: 'Paint', inputs: { kind: 'oil', size: 4, file: 'sub/any.png' } },
    '2': { class_type: 'Save', inputs: { images: ['1', 0], format: 'png' } },
  }
}

/** The problems of the good graph after one change. */
function problemsAfter(change: (graph: Graph) => void): string[] {
  const changed = graph()
  change(changed)
  return findGraphProblems(changed, info).map(({ nodeId, detail }) => `${nodeId}: ${detail}`)
}

const setInput = (id: string, name: string, value: Graph[string]['inputs'][string]) => (changed: Graph) => {
  const node = changed[id]
  if (node) node.inputs[name] = value
}

test('a sound graph has no problem', ({ expect }) => {
  expect(problemsAfter(() => {})).toEqual([])
})

const faults: Array<[string, (graph: Graph) => void, string]> = [
  ['a misspelt input, which ComfyUI ignores', setInput('1', 'sice', 4), '1: Paint has no input sice'],
  [
    'an output that does not exist',
    setInput('2', 'images', ['1', 2]),
    '2: Save links images to output 2 of Paint, which has 2',
  ],
  [
    'an output of another type',
    setInput('2', 'images', ['1', 1]),
    '2: Save takes IMAGE for images, and Paint gives MASK',
  ],
  [
    'a node that is not there',
    setInput('2', 'images', ['7', 0]),
    '2: Save links images to node 7, which is not there',
  ],
  ['a value off its list', setInput('1', 'kind', 'chalk'), '1: Paint does not offer "chalk" for kind'],
  [
    "a value off a newer node's list",
    setInput('2', 'format', 'gif'),
    '2: Save does not offer "gif" for format',
  ],
  ['a value out of range', setInput('1', 'size', 17), '1: Paint takes size up to 16'],
  ['a fraction for a whole number', setInput('1', 'size', 1.5), '1: Paint takes a whole number for size'],
  ['text for a number', setInput('1', 'size', '4'), '1: Paint takes a number for size'],
  ['a literal for a link', setInput('2', 'images', 'any.png'), '2: Save takes a link for images'],
]

test.each(faults)('%s is found', (_, change, problem) => {
  if (!problemsAfter(change).includes(problem)) throw new Error(problemsAfter(change).join('; '))
})

test('a missing input, a class that is not installed and an unneeded node are found', ({ expect }) => {
  expect(
    problemsAfter((changed) => {
      delete changed['1']?.inputs['kind']
      changed['3'] = { class_type: 'Blur', inputs: {} }
      changed['4'] = { class_type: 'Paint', inputs: { kind: 'ink', size: 1, file: 'a.png', over: ['1', 0] } }
    }),
  ).toEqual(['1: Paint lacks its input kind', '3: Blur is not installed', '4: Paint is needed by no output'])
})
