import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { JobContext } from '@foxetales/runpod/worker/run-job'
import type {
  BookPageUnit,
  CheckPhotoUnit,
  PageLayers,
  PrintMasterUnit,
} from '@foxetales/shared-schemas/unit'
import { createFaceMemory } from '../src/checks/face-memory.ts'
import { createComfyHttp } from '../src/comfy/comfy-http.ts'
import { createGuardedFetch } from '../src/files/guarded-fetch.ts'
import { createTemplateCache } from '../src/files/template-cache.ts'
import { createLayerLoader } from '../src/images/layers.ts'
import type { Workshop } from '../src/workshop.ts'
import { FACE, HAIR, SKIN, type TestArt } from './book-art.ts'
import { type FakeEdge, SECRET } from './fake-edge.ts'

/** NASA's portrait of Eileen Collins, in the public domain. */
export function readPortrait(): Promise<Buffer> {
  const fixture = '../../../packages/face-finder/test/fixtures/astronaut.png'
  return readFile(new URL(fixture, import.meta.url))
}

export function makeWorkshop(edge: FakeEdge, folder: string, comfyUrl: string, comfyDir?: string): Workshop {
  const guardedFetch = createGuardedFetch([edge.host])
  return {
    guardedFetch,
    loadLayer: createLayerLoader(createTemplateCache(guardedFetch, folder)),
    faceMemory: createFaceMemory(),
    comfy: createComfyHttp(comfyUrl),
    comfyDir,
    licences: new Map(),
  }
}

/** What the RunPod loop gives a handler; `logged` collects the lines. */
export function jobContext(signal = new AbortController().signal): JobContext & { logged: string[] } {
  const logged: string[] = []
  const write = (line: string) => {
    logged.push(line)
  }
  return { signal, progress: () => {}, log: { debug: write, info: write, warn: write, error: write }, logged }
}

function unitBase(edge: FakeEdge) {
  return {
    unitId: crypto.randomUUID(),
    jobId: crypto.randomUUID(),
    attempt: 1,
    callback: { url: `${edge.url}/callback`, secret: SECRET, heartbeatMs: 100 },
  }
}

/** Puts a file where the handler can fetch it. */
export function offer(edge: FakeEdge, path: string, bytes: Buffer) {
  edge.files.set(path, bytes)
  return { url: `${edge.url}${path}`, sha256: createHash('sha256').update(bytes).digest('hex') }
}

export function checkPhotoUnit(edge: FakeEdge, photo: Buffer): CheckPhotoUnit {
  return { ...unitBase(edge), kind: 'check-photo', photo: offer(edge, '/photo', photo) }
}

export function offerLayers(edge: FakeEdge, art: TestArt): PageLayers {
  return {
    background: offer(edge, '/background', art.background),
    character: offer(edge, '/character', art.character),
    personMask: offer(edge, '/mask', art.personMask),
    parts: offer(edge, '/parts', art.parts),
    hair: {
      back: offer(edge, '/hair-back', art.hairBack),
      front: offer(edge, '/hair-front', art.hairFront),
      tinted: true,
    },
    front: offer(edge, '/front', art.front),
  }
}

export function bookPageUnit(
  edge: FakeEdge,
  art: TestArt,
  photo: Buffer,
  options: { artPx?: number; printPx?: number } = {},
): BookPageUnit {
  const { artPx = 1024, printPx } = options
  const scale = artPx / 1024
  const target = (path: string, contentType: string) => ({ url: `${edge.url}${path}`, contentType })
  const face = { cx: FACE.cx * scale, cy: FACE.cy * scale, rx: FACE.rx * scale, ry: FACE.ry * scale, tilt: 0 }
  return {
    ...unitBase(edge),
    kind: 'book-page',
    commercial: false,
    workflow: printPx === undefined ? 'book-page.v1' : 'book-page-print.v1',
    seed: 7,
    photo: offer(edge, '/photo', photo),
    look: { skin_tone: 6, hair: { colour: 'black' } },
    prompt: 'A child stands on a green hill under a summer sky.',
    artPx,
    characterColours: { skin: SKIN, hair: HAIR },
    face,
    light: {},
    layers: offerLayers(edge, art),
    outputs: {
      page: target('/out/page.png', 'image/png'),
      person: target('/out/person.png', 'image/png'),
      preview: target('/out/preview.webp', 'image/webp'),
      thumbnail: target('/out/thumbnail.webp', 'image/webp'),
      ...(printPx === undefined
        ? {}
        : { print: { ...target('/out/print.jpg', 'image/jpeg'), sizePx: printPx } }),
    },
  }
}

/** Links to the child's identity, which the edge may have or be given. */
export function identityLinks(edge: FakeEdge): Pick<BookPageUnit, 'identity'> {
  const url = `${edge.url}${IDENTITY_PATH}`
  return { identity: { stored: { url }, keep: { url, contentType: 'application/octet-stream' } } }
}
export const IDENTITY_PATH = '/child.identity'

export function printMasterUnit(edge: FakeEdge, page: BookPageUnit, person: Buffer): PrintMasterUnit {
  const { artPx, characterColours, look, light, layers } = page
  const print = { url: `${edge.url}/out/master.jpg`, contentType: 'image/jpeg', sizePx: 1200 }
  return {
    ...unitBase(edge),
    kind: 'print-master',
    commercial: false,
    person: offer(edge, '/person', person),
    artPx,
    characterColours,
    look,
    light,
    layers,
    outputs: { print },
  }
}
