import { test } from 'vitest'
import { readEnv } from '../src/env.ts'
import { refuseUnlicensed } from '../src/licences.ts'

const none = new Map<string, string>()

test('work for sale is refused where a model may not be used for that, by the names of the files', async ({
  expect,
}) => {
  await expect(refuseUnlicensed('book-page.v1', true, none)).rejects.toMatchObject({
    code: 'MODEL_UNLICENSED',
    retryable: false,
    message: expect.stringContaining('flux1-dev.safetensors'),
  })
  await expect(refuseUnlicensed('identity.v1', true, none)).rejects.toThrow('glintr100.onnx')
})

test('a trial that is not for sale, and models that may be sold with, need no record', async ({ expect }) => {
  await expect(refuseUnlicensed('book-page.v1', false, none)).resolves.toBeUndefined()
  await expect(refuseUnlicensed('upscale.v1', true, none)).resolves.toBeUndefined()
})

test('a recorded licence lets the model be used, and no other', async ({ expect }) => {
  const { MODEL_LICENCES } = readEnv({
    ALLOWED_HOSTS: 'edge.test',
    MODEL_LICENCES: 'flux1-dev.safetensors=contract 17, other.safetensors=x',
  })
  await expect(refuseUnlicensed('book-page.v1', true, MODEL_LICENCES)).resolves.toBeUndefined()
  await expect(refuseUnlicensed('book-page-pose.v1', true, MODEL_LICENCES)).rejects.toThrow('controlnet')
})

test('a record without a licence is refused when the worker starts', ({ expect }) => {
  for (const MODEL_LICENCES of ['flux1-dev.safetensors', 'flux1-dev.safetensors=', '=contract']) {
    expect(() => readEnv({ ALLOWED_HOSTS: 'edge.test', MODEL_LICENCES })).toThrow('MODEL_LICENCES')
  }
})
