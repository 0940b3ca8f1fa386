import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { withLocalFetch } from './local-model-fetch.ts'

/** What we use of Human's detection result (https://vladmandic.github.io/human/typedoc/interfaces/FaceResult.html). */
export type HumanFace = {
  readonly box: readonly [x: number, y: number, width: number, height: number]
  /** The detector's own score; Human's `score` is that of the mesh, which is near 1 for almost everything. */
  readonly boxScore: number
  readonly mesh: readonly (readonly [number, number, number])[]
  /** The 1024 numbers of the faceres net, where Human was loaded with it. */
  readonly embedding?: readonly number[]
  readonly rotation: {
    readonly angle: { readonly roll: number; readonly yaw: number; readonly pitch: number }
  } | null
}

type Tensor = { readonly shape: readonly number[] }

/** The part of a Human instance that this package drives. */
export type Human = {
  readonly tf: {
    tensor(values: Uint8Array, shape: readonly number[], type: 'int32'): Tensor
    dispose(tensor: Tensor): void
    getBackend(): string
  }
  init(): Promise<void>
  load(): Promise<void>
  detect(tensor: Tensor): Promise<{ readonly face: readonly HumanFace[]; readonly error?: string | null }>
}

type HumanModule = { readonly Human: new (config: object) => Human }

const off = { enabled: false }

export type HumanOptions = {
  /** 0..1: fainter finds are dropped. */
  readonly minConfidence: number
  /** Also runs the faceres net (7 MB) on every face, which gives its embedding. */
  readonly embeddings: boolean
}

/**
 * Starts Human on its WebAssembly backend with the models inside its own package: nothing is fetched from a network.
 * Throws where a model or the backend does not load.
 */
export async function loadHuman({ minConfidence, embeddings }: HumanOptions): Promise<Human> {
  const require = createRequire(import.meta.url)
  // Human's main build needs tfjs-node, and its export map hides the WebAssembly build: it is loaded by its path.
  const humanDist = dirname(require.resolve('@vladmandic/human'))
  const backendRoot = dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'))
  // Its own types pull in the browser's DOM; `HumanModule` says the few calls used here.
  const { Human } = require(join(humanDist, 'human.node-wasm.js')) as HumanModule
  const human = new Human({
    backend: 'wasm',
    wasmPath: `${join(backendRoot, 'wasm-out')}/`,
    modelBasePath: pathToFileURL(`${join(humanDist, '..', 'models')}/`).href,
    debug: false,
    // Every call looks at a new photo: a result kept from the last one would be somebody else's face.
    cacheSensitivity: 0,
    face: {
      enabled: true,
      // maxDetected is 1 unless told, which hides a second face.
      detector: { rotation: true, maxDetected: 10, minConfidence, skipFrames: 0, skipTime: 0 },
      mesh: { enabled: true },
      iris: { enabled: true, skipFrames: 0, skipTime: 0 },
      emotion: off,
      description: { enabled: embeddings, minConfidence: 0, skipFrames: 0, skipTime: 0 },
    },
    body: off,
    hand: off,
    object: off,
    gesture: off,
    filter: off,
    segmentation: off,
  })
  await withLocalFetch(async () => {
    await human.init()
    await human.load()
  })
  if (human.tf.getBackend() !== 'wasm') {
    throw new Error(`the face models run on "${human.tf.getBackend()}" instead of WebAssembly`)
  }
  return human
}
