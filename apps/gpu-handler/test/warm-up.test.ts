import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'vitest'
import { createComfyHttp } from '../src/comfy/comfy-http.ts'
import { warmUp } from '../src/warm-up.ts'
import { openWorkplace } from './workplace.ts'

test('a worker paints a trial page before its first job, and leaves nothing of it', async ({ expect }) => {
  await using place = await openWorkplace()
  await warmUp(createComfyHttp(place.comfy.url), place.comfyFolder)
  expect(await readdir(join(place.comfyFolder, 'output', 'foxetales'))).toEqual([])
  expect(await (await fetch(`${place.comfy.url}/history`)).json()).toEqual({})
})

test('a worker whose engine lacks a model or a node says so instead of taking jobs', async ({ expect }) => {
  await using place = await openWorkplace()
  const real = createComfyHttp(place.comfy.url)
  const incomplete: typeof real = {
    ...real,
    submit: (graph, ...rest) => {
      for (const node of Object.values(graph)) {
        if (node.class_type === 'UNETLoader') node.inputs['unet_name'] = 'not-downloaded.safetensors'
      }
      return real.submit(graph, ...rest)
    },
  }
  await expect(warmUp(incomplete, place.comfyFolder)).rejects.toMatchObject({ code: 'MODEL_MISSING' })
})
