import { writeFile } from 'node:fs/promises'
import process from 'node:process'
import { type FaceEmbedding, loadFaceEmbedder } from '@foxetales/face-finder/face-likeness'
import { faceView } from '../../src/checks/face-view.ts'
import { fromRaw, toRaw } from '../../src/images/raw-image.ts'
import { blankPage, PEOPLE, paintPage, personPhoto, readBook } from './painted-pages.ts'

// Writes src/checks/mean-faces.json: the mean embedding of many people's photos, and of their drawn faces. A mean over
// this many people is nobody's face. Run again when the embedding or the way of painting changes:
//   node apps/gpu-handler/test/checks/write-mean-faces.ts

/** Pages with smiling and with curious faces, none of them in the checks' own test; each person is on every second. */
const pages = [1, 8, 10, 2, 22, 9]
const styles = ['tousled', 'long', 'bob', 'curls', 'bun', 'coils'] as const
const embedder = await loadFaceEmbedder()
const book = await readBook()
const blanks = await Promise.all(
  pages.map((number, i) =>
    blankPage(book, number, { tone: 1 + ((i * 3) % 10), hair: styles[i] ?? 'tousled' }),
  ),
)
const photos: FaceEmbedding[] = []
const drawings: FaceEmbedding[] = []
for (let person = 0; person < PEOPLE; person++) {
  const photo = await personPhoto(person)
  const small = await toRaw(fromRaw(photo).resize(480, 480, { fit: 'inside', withoutEnlargement: true }), 3)
  const described = await embedder.describe(small)
  if (described) photos.push(described.embedding)
  for (const [i, blank] of blanks.entries()) {
    if (i % 2 !== person % 2) continue
    const painted = await paintPage(blank, photo, person)
    const drawn = await embedder.describe(await faceView(painted.page, painted.face, painted.artPx))
    if (drawn) drawings.push(drawn.embedding)
  }
}
const means = { photo: meanOf(photos), page: meanOf(drawings) }
await writeFile(
  new URL('../../src/checks/mean-faces.json', import.meta.url),
  `${JSON.stringify(means, undefined, 2)}\n`,
)
process.stdout.write(`means of ${photos.length} photos and ${drawings.length} drawn faces\n`)
process.exit(0)

/** Of the unit vectors, to four digits. */
function meanOf(embeddings: readonly FaceEmbedding[]): number[] {
  const sum = new Float64Array(embeddings[0]?.length ?? 0)
  for (const embedding of embeddings) {
    const length = Math.hypot(...embedding)
    for (const [i, value] of embedding.entries()) sum[i] = (sum[i] ?? 0) + value / length
  }
  return [...sum].map((value) => Math.round((value / embeddings.length) * 10_000) / 10_000)
}
