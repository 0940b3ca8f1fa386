import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { RgbImage } from './face.ts'
import { resample } from './resample.ts'

/** How likely a picture is of each kind, 0..1 each and 1 in all. */
export type PictureKinds = Readonly<Record<'drawing' | 'hentai' | 'neutral' | 'porn' | 'sexy', number>>

export type SafetyJudge = { judge(image: RgbImage): Promise<PictureKinds> }

/** What the model looks at; other sizes are brought to it. */
export const SIDE_PX = 224

let loading: Promise<SafetyJudge> | undefined

/** The process's judge: nsfwjs' MobileNet v2 (MIT), whose weights lie in its package. A failed load is tried again. */
export function loadSafetyJudge(): Promise<SafetyJudge> {
  loading ??= startSafetyJudge().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

/** What the script beside the weights exports: https://www.tensorflow.org/js/guide/save_load */
type ModelHead = {
  readonly modelTopology: object
  readonly weightsManifest: readonly { readonly weights: readonly WeightSpec[] }[]
}
type WeightSpec = import('@tensorflow/tfjs-core').io.WeightsManifestEntry

type Layers = typeof import('@tensorflow/tfjs-layers')
type Core = typeof import('@tensorflow/tfjs-core')
type Wasm = typeof import('@tensorflow/tfjs-backend-wasm')

async function startSafetyJudge(): Promise<SafetyJudge> {
  const require = createRequire(import.meta.url)
  const tf = require('@tensorflow/tfjs-core') as Core
  const layers = require('@tensorflow/tfjs-layers') as Layers
  await useWasm(tf, require('@tensorflow/tfjs-backend-wasm') as Wasm, require)
  // Its export map hides the model's files: they are found from its entry, dist/cjs/index.js.
  const folder = join(dirname(require.resolve('nsfwjs')), '..', 'models', 'mobilenet_v2')
  const { modelTopology, weightsManifest } = require(join(folder, 'model.min.js')) as ModelHead
  const bytes = await embeddedWeights(join(folder, 'group1-shard1of1.min.js'))
  const weightData = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  const weightSpecs = weightsManifest.flatMap(({ weights }) => [...weights])
  const model = await layers.loadLayersModel({
    load: async () => ({ modelTopology, weightSpecs, weightData }),
  })
  return {
    async judge(image) {
      const whole = { x: 0, y: 0, width: image.width, height: image.height }
      const { data } = resample(image, whole, SIDE_PX, SIDE_PX)
      const result = tf.tidy(() => {
        const pixels = tf.tensor(data, [1, SIDE_PX, SIDE_PX, 3], 'int32')
        return model.predict(tf.div(pixels, 255))
      })
      const answer = Array.isArray(result) ? result[0] : result
      if (!answer) throw new Error('the safety model gave no answer')
      const [drawing = 0, hentai = 0, neutral = 0, porn = 0, sexy = 0] = await answer.data()
      answer.dispose()
      return { drawing, hentai, neutral, porn, sexy }
    },
  }
}

/** The backend that Human uses too, and may have set up already: all models of a process share it. */
async function useWasm(tf: Core, wasm: Wasm, require: NodeJS.Require): Promise<void> {
  if (tf.getBackend() === 'wasm') return
  const root = dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'))
  wasm.setWasmPaths(`${join(root, 'wasm-out')}/`)
  if (!(await tf.setBackend('wasm'))) throw new Error('the WebAssembly backend does not start')
}

/** The package carries its weights as base64 inside a script. Running that takes seconds, so it is only read. */
async function embeddedWeights(path: string): Promise<Buffer> {
  const base64 = /["'`]([A-Za-z0-9+/=]{1000,})["'`]/.exec(await readFile(path, 'latin1'))?.[1]
  if (base64 === undefined) throw new Error('nsfwjs carries its weights in another form')
  return Buffer.from(base64, 'base64')
}
