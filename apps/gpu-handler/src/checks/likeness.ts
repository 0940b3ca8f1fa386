import { type FaceEmbedding, likeness } from '@foxetales/face-finder/face-likeness'
import meanFaces from './mean-faces.json' with { type: 'json' }
import { atLeast, type CheckFigure } from './page-verdict.ts'

/** What a page's face is held against: a page the parent approved, where there is one, else the photo. */
export type KnownFace = { readonly from: 'photo' | 'page'; readonly embedding: FaceEmbedding }

/**
 * The least likeness. Against a page it was calibrated on drafts, which repeat one drawing; a sampler varies a face more,
 * and until it was measured there, only what is plainly somebody else fails.
 */
const bounds = {
  photo: { draft: -0.02, sampled: -0.02 },
  page: { draft: 0.62, sampled: 0.3 },
} as const

/** The bounds are too near 0 to measure a shortfall by. */
const SHORTFALL_UNIT = 0.3

/**
 * How like the page's face is to the known one: the cosine of their embeddings, each less the mean of its kind (photos of
 * many people, drawn faces of many people). Without that, any drawn face is like any other drawn face, and 0 now means
 * "as like as a stranger".
 */
export function checkLikeness(pageFace: FaceEmbedding, known: KnownFace, draft: boolean): CheckFigure {
  const score = likeness(distinctive(pageFace, 'page'), distinctive(known.embedding, known.from))
  const bound = bounds[known.from][draft ? 'draft' : 'sampled']
  return atLeast('likeness', score, bound, SHORTFALL_UNIT)
}

/** What sets a face apart: its unit vector less the mean of its kind. */
function distinctive(embedding: FaceEmbedding, kind: 'photo' | 'page'): FaceEmbedding {
  const length = Math.hypot(...embedding)
  const mean = meanFaces[kind]
  return embedding.map((value, i) => value / length - (mean[i] ?? 0))
}
