import type { RgbImage } from './face.ts'
import { type Human, loadHuman } from './load-human.ts'

/** What the faceres net says of one face: 1024 numbers whose direction tells who it is. */
export type FaceEmbedding = Float32Array

export type FaceEmbedder = {
  /**
   * The embedding of the largest face, or null where none is found. Meant for an image that one face fills by a third or
   * more and that is at most about 1024 px wide; also finds drawn faces.
   */
  embed(image: RgbImage): Promise<FaceEmbedding | null>
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
    embed(image) {
      const embedding = queue.then(() => embedLargest(human, image))
      // The failure belongs to this caller, who holds `embedding`; the next one in line only waits for its end.
      queue = embedding.catch(() => undefined)
      return embedding
    },
  }
}

async function embedLargest(human: Human, image: RgbImage): Promise<FaceEmbedding | null> {
  const tensor = human.tf.tensor(image.data, [1, image.height, image.width, 3], 'int32')
  try {
    const result = await human.detect(tensor)
    if (result.error) throw new Error(`face detection failed: ${result.error}`)
    const [largest] = result.face.toSorted((a, b) => b.box[2] * b.box[3] - a.box[2] * a.box[3])
    return largest?.embedding === undefined ? null : Float32Array.from(largest.embedding)
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
