import { test } from 'vitest'
import { loadWorkflow, workflowNames } from '../src/load-workflow.ts'
import { loadModels, modelsOf } from '../src/models.ts'

/** Inputs that end like a model file. */
const modelFile = /\.(safetensors|pth|pt|onnx)$/

test('every model file that a workflow names is in the manifest, and every entry is used by one', async ({
  expect,
}) => {
  const models = await loadModels()
  const used = new Set<string>()
  for (const name of workflowNames) {
    const { graph, slots } = await loadWorkflow(name)
    const filled = Object.values(slots).map(({ node, input }) => graph[node]?.inputs[input])
    const files = Object.values(graph)
      .flatMap((node) => Object.values(node.inputs))
      .filter((value) => typeof value === 'string' && modelFile.test(value) && !filled.includes(value))
    const found = modelsOf(graph, models).map((model) => model.file)
    expect(found, name).toEqual(expect.arrayContaining(files))
    for (const file of found) used.add(file)
  }
  expect([...used].toSorted()).toEqual(models.map((model) => model.file).toSorted())
})

test('no file is told of twice, and no workflow paints with a retired style', async ({ expect }) => {
  const models = await loadModels()
  const places = models.map(({ folder, file }) => `${folder}/${file}`)
  expect(new Set(places).size).toBe(places.length)
  for (const name of workflowNames) {
    const { graph } = await loadWorkflow(name)
    expect(modelsOf(graph, models).map((model) => model.lora?.stage)).not.toContain('retired')
  }
})

test('a style has one version in production at most', async ({ expect }) => {
  const loras = (await loadModels()).flatMap(({ lora }) => lora ?? [])
  const inProduction = loras.filter(({ stage }) => stage === 'production').map(({ style }) => style)
  expect(new Set(inProduction).size).toBe(inProduction.length)
})

test('looking for a face needs the face models, a page from a stored identity does not', async ({
  expect,
}) => {
  const models = await loadModels()
  const filesOf = async (name: 'identity.v1' | 'book-page.v1' | 'upscale.v1') =>
    modelsOf((await loadWorkflow(name)).graph, models).map(({ file }) => file)
  expect(await filesOf('identity.v1')).toContain('glintr100.onnx')
  expect(await filesOf('book-page.v1')).not.toContain('glintr100.onnx')
  expect(await filesOf('upscale.v1')).toEqual(['RealESRGAN_x4plus.pth'])
})
