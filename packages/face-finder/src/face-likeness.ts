import type { Face, RgbImage } from './face.ts'
import { type Human, loadHuman } from './load-human.ts'
import { toFace } from './to-face.ts'

/** What the faceres net says of one face: 1024 numbers whose direction tells who it is. */
export type FaceEmbedding = Float32Array

export type DescribedFace = { readonly face: Face; readonly embedding: FaceEmbedding }

export type FaceEmbedder = {
  /**
   * The largest face with its embedding, or null where none is found. Meant for an image that one face fills by a third
   * or more and that is at most about 1024 px wide; also finds drawn faces.
   */
  describe(image: RgbImage): Promise<DescribedFace | null>
}

let loading: Promise<FaceEmbedder> | undefined

/** The process's embedder; its calls wait for one another. A failed load is tried again by the next call. */
export function loadFaceEmbedder(): Promise<FaceEmbedder> {
  loading ??= startFaceEmbedder().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

async function startFaceEmbedder(): Promise<FaceEmbedder> {
  const human = await loadHuman({ minConfidence: 0.2, embeddings: true })
  let queue: Promise<unknown> = Promise.resolve()
  return {
    describe(image) {
      const described = queue.then(() => describeLargest(human, image))
      // The failure belongs to this caller, who holds `described`; the next one in line only waits for its end.
      queue = described.catch(() => undefined)
      return described
    },
  }
}

async function describeLargest(human: Human, image: RgbImage): Promise<DescribedFace | null> {
  const tensor = human.tf.tensor(image.data, [1, image.height, image.width, 3], 'int32')
  try {
    const result = await human.detect(tensor)
    if (result.error) throw new Error(`face detection failed: ${result.error}`)
    const [largest] = result.face.toSorted((a, b) => b.box[2] * b.box[3] - a.box[2] * a.box[3])
    if (largest?.embedding === undefined) return null
    return { face: toFace(largest), embedding: Float32Array.from(largest.embedding) }
  } finally {
    human.tf.dispose(tensor)
  }
}

/** Cosine of the angle between two embeddings: 1 for the same direction. */
export function likeness(a: FaceEmbedding, b: FaceEmbedding): number {
  let product = 0
  let lengthA = 0
  let lengthB = 0
  a.forEach((value, i) => {
    const other = b[i] ?? 0
    product += value * other
    lengthA += value * value
    lengthB += other * other
  })
  return product / Math.sqrt(lengthA * lengthB)
}
