import { findGraphProblems } from '@foxetales/comfy-workflows/graph-problems'
import { graphSchema } from '@foxetales/comfy-workflows/workflow-schema'
import sharp from 'sharp'
import { describe, test } from 'vitest'
import type { ApiGraph } from '../src/graph/api-graph.ts'
import { greyPng, squarePng, startSession } from './comfy-session.ts'
import { ourNodes } from './our-nodes.ts'

const size = 64

/** Loads a mask, grows and blurs it, and lays white over black through it. */
function maskGraph(): ApiGraph {
  return {
    mask: { class_type: 'LoadImageMask', inputs: { image: 'square.png', channel: 'red' } },
    grow: { class_type: 'GrowMask', inputs: { mask: ['mask', 0], expand: 2, tapered_corners: true } },
    picture: { class_type: 'MaskToImage', inputs: { mask: ['grow', 0] } },
    blur: { class_type: 'ImageBlur', inputs: { image: ['picture', 0], blur_radius: 4, sigma: 0.5 } },
    soft: { class_type: 'ImageToMask', inputs: { image: ['blur', 0], channel: 'red' } },
    black: { class_type: 'LoadImage', inputs: { image: 'black.png' } },
    white: { class_type: 'LoadImage', inputs: { image: 'white.png' } },
    page: {
      class_type: 'ImageCompositeMasked',
      inputs: {
        destination: ['black', 0],
        source: ['white', 0],
        x: 0,
        y: 0,
        resize_source: false,
        mask: ['soft', 0],
      },
    },
    save: { class_type: 'SaveImage', inputs: { images: ['page', 0], filename_prefix: 'page' } },
  }
}

async function maskSession() {
  const session = await startSession()
  await session.upload('square.png', await squarePng(size, 24, 40))
  await session.upload('black.png', await greyPng(size, () => 0))
  await session.upload('white.png', await greyPng(size, () => 255))
  const render = async (graph: ApiGraph) => session.pixelsOf((await session.run(graph)).history, 'save')
  return { ...session, render }
}

/** How many pixels are at least half white. */
function litPixels(pixels: Buffer): number {
  return pixels.filter((value, i) => i % 3 === 0 && value >= 128).length
}

function redAt(pixels: Buffer, x: number, y: number): number {
  return pixels[(y * size + x) * 3] ?? -1
}

function set(graph: ApiGraph, nodeId: string, input: string, value: unknown): ApiGraph {
  const changed = structuredClone(graph)
  const node = changed[nodeId]
  if (node === undefined) throw new Error(`no node ${nodeId}`)
  node.inputs[input] = value
  return changed
}

describe('a changed graph changes the picture', () => {
  test('as written, white shows in the grown square with a soft edge', async ({ expect }) => {
    const { render } = await maskSession()
    const pixels = await render(maskGraph())
    expect(redAt(pixels, 32, 32)).toBe(255)
    expect(redAt(pixels, 8, 8)).toBe(0)
    expect(redAt(pixels, 22, 32)).toBeGreaterThan(128)
    expect(redAt(pixels, 22, 32)).toBeLessThan(255)
  })

  test('growing by 20 instead of 2 lets far more show', async ({ expect }) => {
    const { render } = await maskSession()
    const little = litPixels(await render(maskGraph()))
    const much = litPixels(await render(set(maskGraph(), 'grow', 'expand', 20)))
    // A square of 16 grown by a diamond of n covers 16² + 4·16·n + 2·n·(n-1) pixels.
    expect(Math.abs(little - (256 + 128 + 4))).toBeLessThan(30)
    expect(Math.abs(much - (256 + 1280 + 760))).toBeLessThan(60)
  })

  test('a mask wired from before the blur gives a hard edge', async ({ expect }) => {
    const { render } = await maskSession()
    const pixels = await render(set(maskGraph(), 'page', 'mask', ['grow', 0]))
    const values = new Set(pixels)
    expect(values).toEqual(new Set([0, 255]))
    expect(redAt(pixels, 22, 32)).toBe(255)
    expect(redAt(pixels, 21, 32)).toBe(0)
  })

  test('a bypassed GrowMask leaves the square as drawn', async ({ expect }) => {
    const { render } = await maskSession()
    const pixels = await render(set(maskGraph(), 'page', 'mask', ['mask', 0]))
    expect(litPixels(pixels)).toBe(256)
  })

  test('FeatherMask in place of the blur leaves the contour hard', async ({ expect }) => {
    const { render } = await maskSession()
    const graph = set(maskGraph(), 'page', 'mask', ['feather', 0])
    graph['feather'] = {
      class_type: 'FeatherMask',
      inputs: { mask: ['mask', 0], left: 12, top: 12, right: 12, bottom: 12 },
    }
    const pixels = await render(graph)
    expect(new Set(pixels)).toEqual(new Set([0, 255]))
    expect(litPixels(pixels)).toBe(256)
  })
})

describe('a faulty graph', () => {
  test('a misspelt optional input is ignored by the server, as ComfyUI does, and found by the strict check', async ({
    expect,
  }) => {
    const { render } = await maskSession()
    const graph = maskGraph()
    const page = graph['page']
    if (page === undefined) throw new Error('the graph has a page')
    page.inputs['masc'] = page.inputs['mask']
    delete page.inputs['mask']
    const pixels = await render(graph)
    expect(litPixels(pixels)).toBe(size * size)
    const problems = findGraphProblems(graphSchema.parse(graph), ourNodes())
    expect(problems).toContainEqual({ nodeId: 'page', detail: 'ImageCompositeMasked has no input masc' })
    expect(problems).toContainEqual({ nodeId: 'soft', detail: 'ImageToMask is needed by no output' })
  })

  test('a literal where an image belongs passes validation and fails when its node runs', async ({
    expect,
  }) => {
    const { run } = await maskSession()
    const { history, client } = await run(set(maskGraph(), 'save', 'images', 5))
    expect(history.status.status_str).toBe('error')
    const error = client.frames.find(({ type }) => type === 'execution_error')
    expect(error?.data).toMatchObject({ node_id: 'save', exception_type: 'TypeError' })
  })
})

test('a saved picture says that it is a draft and says nothing of the graph', async ({ expect }) => {
  const { run, fetchImage } = await maskSession()
  const { history } = await run(maskGraph(), { extra_data: { extra_pnginfo: { workflow: 'secret-words' } } })
  const [image] = history.outputs['save']?.images ?? []
  if (image === undefined) throw new Error('an image was saved')
  const file = await fetchImage(image)
  expect(file.includes('tEXtfoxetales-draft\0comfy-lite')).toBe(true)
  expect(file.includes('GrowMask')).toBe(false)
  expect(file.includes('secret-words')).toBe(false)
  const { comments } = await sharp(file).metadata()
  expect(comments).toEqual([{ keyword: 'foxetales-draft', text: 'comfy-lite' }])
})

test('alpha becomes a mask turned around, and the colour under it is kept', async ({ expect }) => {
  const { run, upload, pixelsOf } = await maskSession()
  const rgba = Buffer.from([10, 20, 30, 0, 40, 50, 60, 255, 70, 80, 90, 0, 1, 2, 3, 255])
  const png = await sharp(rgba, { raw: { width: 2, height: 2, channels: 4 } })
    .png()
    .toBuffer()
  await upload('alpha.png', png)
  const { history } = await run({
    load: { class_type: 'LoadImage', inputs: { image: 'alpha.png' } },
    mask: { class_type: 'MaskToImage', inputs: { mask: ['load', 1] } },
    colour: { class_type: 'SaveImage', inputs: { images: ['load', 0], filename_prefix: 'colour' } },
    save: { class_type: 'SaveImage', inputs: { images: ['mask', 0], filename_prefix: 'mask' } },
  })
  expect([...(await pixelsOf(history, 'colour'))]).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 1, 2, 3])
  const mask = await pixelsOf(history, 'save')
  expect([mask[0], mask[3], mask[6], mask[9]]).toEqual([255, 0, 255, 0])
})
