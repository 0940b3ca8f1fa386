import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import type { ImageTensor, MaskTensor } from '../src/tensor.ts'

/** A stand-in for a book page: a scene, a child with a blank face, and the fringe that goes over the face later. */
export type BlankPage = {
  readonly name: string
  readonly init: ImageTensor
  readonly faceMask: MaskTensor
  readonly fringe: Buffer
  /** What the page's prompt says of the child's face. */
  readonly prompt?: string
}

export type BlankPageLook = {
  readonly skin: string
  readonly hair: string
  /** Upright radius of the face in pixels, and its lean clockwise in degrees. */
  readonly radius: number
  readonly tilt: number
}

const PAGE_PX = 400

export async function blankPage({ skin, hair, radius, tilt }: BlankPageLook): Promise<BlankPage> {
  const place = `transform="translate(210 190) rotate(${tilt}) scale(${radius / 43})"`
  const child = `<rect width="400" height="400" fill="#8fc3d6"/><rect y="280" width="400" height="120" fill="#86b268"/>
    <g ${place}><ellipse cy="-10" rx="60" ry="62" fill="${hair}"/><path d="M-40,95 40,95 30,36 -30,36Z" fill="#c8564a"/>
    <ellipse cx="-52" cy="2" rx="9" ry="12" fill="${skin}"/><ellipse cx="52" cy="2" rx="9" ry="12" fill="${skin}"/>
    <path d="M-52,-8C-52,-72 52,-72 52,-8C52,34 26,46 0,46C-26,46 -52,34 -52,-8Z" fill="${skin}"/></g>`
  const fringe = `<path ${place} d="M-54,4C-60,-70 60,-70 54,4C50,-14 46,-22 38,-27C10,-22 -20,-24 -40,-28C-48,-18 -50,-10 -54,4Z" fill="${hair}"/>`
  const face = `<rect width="400" height="400"/><ellipse ${place} rx="41" ry="43" fill="#fff"/>`
  const page = await sharp(svg(child)).removeAlpha().raw().toBuffer()
  const mask = await sharp(svg(face)).extractChannel(0).raw().toBuffer()
  return {
    name: `${skin} radius ${radius} tilt ${tilt}`,
    init: { data: Float32Array.from(page, (value) => value / 255), width: PAGE_PX, height: PAGE_PX },
    faceMask: { data: Float32Array.from(mask, (value) => value / 255), width: PAGE_PX, height: PAGE_PX },
    fringe: svg(fringe),
  }
}

/** The page as a reader sees it. */
export async function withFringe(page: ImageTensor, fringe: Buffer): Promise<ImageTensor> {
  const bytes = Buffer.from(Uint8ClampedArray.from(page.data, (value) => value * 255).buffer)
  const { data } = await sharp(bytes, { raw: { width: page.width, height: page.height, channels: 3 } })
    .composite([{ input: fringe }])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { ...page, data: Float32Array.from(data, (value) => value / 255) }
}

function svg(content: string): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400">${content}</svg>`)
}

const faceApiRoot = dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json'))

type GroupPhotoFace = {
  readonly sample: number
  readonly left: number
  readonly top: number
  readonly size: number
}

/**
 * Where single faces are in the group photos of the face-api package, which are read from there and never copied. The first
 * four are four people: by the descriptor no two of their photos are nearer than 0.47.
 */
export const GROUP_PHOTO_FACES = [
  { sample: 6, left: 1268, top: 103, size: 644 },
  { sample: 6, left: 53, top: 333, size: 608 },
  { sample: 1, left: 1333, top: 88, size: 475 },
  { sample: 3, left: 395, top: 172, size: 602 },
  { sample: 3, left: 871, top: 61, size: 622 },
  { sample: 6, left: 455, top: 179, size: 633 },
] as const satisfies readonly GroupPhotoFace[]

/** Somebody who looks down, with paint on the lids. */
export const LOWERED_EYES_FACE = {
  sample: 1,
  left: 671,
  top: 246,
  size: 528,
} as const satisfies GroupPhotoFace

export async function facePhoto({ sample, left, top, size }: GroupPhotoFace): Promise<ImageTensor> {
  const { data, info } = await sharp(join(faceApiRoot, 'demo', `sample${sample}.jpg`))
    .extract({ left, top, width: size, height: size })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: Float32Array.from(data, (value) => value / 255), width: info.width, height: info.height }
}
