import type { Face, MeshPoint, RgbImage } from './face.ts'
import { type Human, loadHuman } from './load-human.ts'
import { type QuarterTurns, turnFaceBack, turnImage } from './quarter-turns.ts'
import { resample } from './resample.ts'
import { toFace } from './to-face.ts'

export type { Box, Face, MeshPoint, RgbImage } from './face.ts'

export type FaceFinder = {
  /**
   * The faces of an image, largest first. An image in which no face surely stands upright is searched again on its sides
   * and upside down; coordinates are always those of the image as given.
   */
  find(image: RgbImage): Promise<Face[]>
}

const SEARCH_PX = 1024
const MESH_POINTS = 478
/** Measured: faces that stand upright score 0.5 to 0.93; a face on its head 0.46, on its side at most 0.3. */
const SURE_UPRIGHT_SCORE = 0.5
const TURNS_IN_ORDER: readonly QuarterTurns[] = [0, 1, 3, 2]

let loading: Promise<FaceFinder> | undefined

/**
 * The process's face finder. The models take about 300 MB and 0.4 s to load, so there is one instance; its calls wait
 * for one another, because Human keeps state between its steps. A failed load is tried again by the next call.
 */
export function loadFaceFinder(): Promise<FaceFinder> {
  loading ??= startFaceFinder().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

async function startFaceFinder(): Promise<FaceFinder> {
  const human = await loadHuman({ minConfidence: 0.4, embeddings: false })
  let queue: Promise<unknown> = Promise.resolve()
  return {
    find(image) {
      const search = queue.then(() => findInAnyTurn(human, image))
      // The failure belongs to this caller, who holds `search`; the next one in line only waits for its end.
      queue = search.catch(() => undefined)
      return search
    },
  }
}

async function findInAnyTurn(human: Human, image: RgbImage): Promise<Face[]> {
  if (image.data.length !== image.width * image.height * 3) {
    throw new RangeError(`${image.data.length} bytes are no RGB image of ${image.width} x ${image.height}`)
  }
  const scale = Math.min(1, SEARCH_PX / Math.max(image.width, image.height))
  const small = scale === 1 ? image : shrink(image, scale)
  let best: { readonly faces: Face[]; readonly turns: QuarterTurns; readonly sureness: number } | undefined
  for (const turns of TURNS_IN_ORDER) {
    const faces = await detect(human, turnImage(small, turns))
    const sureness = Math.max(0, ...faces.map(uprightScore))
    if (faces.length > 0 && sureness > (best?.sureness ?? 0)) best = { faces, turns, sureness }
    if (sureness >= SURE_UPRIGHT_SCORE) break
  }
  if (best === undefined) return []
  const { faces, turns } = best
  return faces
    .map((face) => turnFaceBack(face, small.width, small.height, turns))
    .map((face) => enlargeFace(face, image.width / small.width))
    .sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height)
}

/**
 * The detector also finds a face that lies on its side or stands on its head, but then sets the mesh on it wrongly, and
 * says so only by a low score or a large roll.
 */
function uprightScore(face: Face): number {
  return face.score * Math.cos(face.roll)
}

function shrink(image: RgbImage, scale: number): RgbImage {
  const whole = { x: 0, y: 0, width: image.width, height: image.height }
  return resample(image, whole, Math.round(image.width * scale), Math.round(image.height * scale))
}

async function detect(human: Human, image: RgbImage): Promise<Face[]> {
  const tensor = human.tf.tensor(image.data, [1, image.height, image.width, 3], 'int32')
  try {
    const result = await human.detect(tensor)
    if (result.error) throw new Error(`face detection failed: ${result.error}`)
    return result.face.filter((face) => face.mesh.length === MESH_POINTS).map(toFace)
  } finally {
    human.tf.dispose(tensor)
  }
}

function enlargeFace(face: Face, factor: number): Face {
  if (factor === 1) return face
  const { box } = face
  return {
    ...face,
    box: { x: box.x * factor, y: box.y * factor, width: box.width * factor, height: box.height * factor },
    mesh: face.mesh.map(([x, y, z]): MeshPoint => [x * factor, y * factor, z * factor]),
  }
}
