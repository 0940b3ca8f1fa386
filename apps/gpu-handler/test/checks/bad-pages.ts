import type { FaceRegion } from '@foxetales/shared-schemas/book'
import sharp from 'sharp'
import { fromRaw, type RawImage, toRaw } from '../../src/images/raw-image.ts'
import type { Scene } from '../../src/images/scene.ts'

/** What can go wrong with a painted person, done to a good one. */

/** The face region's picture moved by (dx, dy) of its upright radius, and what was there covered by the blank figure. */
export async function faceMoved(
  person: RawImage<3>,
  scene: Scene,
  face: FaceRegion,
  artPx: number,
  [dx, dy]: readonly [number, number],
): Promise<RawImage<3>> {
  const piece = await cutFace(person, face, artPx)
  const blank = await faceGone(person, scene, face, artPx)
  const r = (face.ry * person.width) / artPx
  return paste(blank, piece, [dx * r, dy * r])
}

/** The artist's blank face, as if the sampler had painted none. */
export async function faceGone(
  person: RawImage<3>,
  scene: Scene,
  face: FaceRegion,
  artPx: number,
): Promise<RawImage<3>> {
  return paste(person, await cutFace(scene.picture, face, artPx), [0, 0])
}

/** The face turned about its middle by `degrees`. */
export async function faceTurned(
  person: RawImage<3>,
  face: FaceRegion,
  artPx: number,
  degrees: number,
): Promise<RawImage<3>> {
  const piece = await cutFace(person, face, artPx)
  const turned = await sharp(piece.picture).rotate(degrees, { background: '#00000000' }).png().toBuffer()
  const { width = 0 } = await sharp(turned).metadata()
  const grown = (width - piece.side) / 2
  return paste(
    person,
    { ...piece, picture: turned, left: piece.left - grown, top: piece.top - grown },
    [0, 0],
  )
}

type Piece = { readonly picture: Buffer; readonly left: number; readonly top: number; readonly side: number }

/** The face's ellipse, a little larger, cut out with a soft edge. */
async function cutFace(image: RawImage<3>, face: FaceRegion, artPx: number): Promise<Piece> {
  const scale = image.width / artPx
  const r = face.ry * scale * 1.02
  const left = Math.round(face.cx * scale - r)
  const top = Math.round(face.cy * scale - r)
  const side = Math.round(2 * r)
  const shape = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><circle cx="${side / 2}" cy="${side / 2}" r="${side / 2 - 3}" fill="#fff"/></svg>`
  const picture = await sharp(
    await fromRaw(image).extract({ left, top, width: side, height: side }).png().toBuffer(),
  )
    .ensureAlpha()
    .composite([{ input: Buffer.from(shape), blend: 'dest-in' }])
    .png()
    .toBuffer()
  return { picture, left, top, side }
}

async function paste(
  under: RawImage<3>,
  { picture, left, top }: Piece,
  [dx, dy]: readonly [number, number],
): Promise<RawImage<3>> {
  const place = { left: Math.max(0, Math.round(left + dx)), top: Math.max(0, Math.round(top + dy)) }
  return toRaw(fromRaw(under).composite([{ input: picture, ...place }]), 3)
}

/** Skin times a colour, all else as it was. */
export function skinTinted(
  person: RawImage<3>,
  scene: Scene,
  [red, green, blue]: readonly [number, number, number],
): RawImage<3> {
  const data = Uint8Array.from(person.data)
  for (let i = 0; i < scene.skinPart.data.length; i++) {
    if ((scene.skinPart.data[i] ?? 0) < 128) continue
    data[i * 3] = Math.min(255, (data[i * 3] ?? 0) * red)
    data[i * 3 + 1] = Math.min(255, (data[i * 3 + 1] ?? 0) * green)
    data[i * 3 + 2] = Math.min(255, (data[i * 3 + 2] ?? 0) * blue)
  }
  return { ...person, data }
}

/** The soft band of the mask painted towards a colour, as by a sampler that leaves a glow or a dark rim. */
export function rimmed(
  person: RawImage<3>,
  scene: Scene,
  colour: readonly [number, number, number],
  strength: number,
): RawImage<3> {
  const data = Uint8Array.from(person.data)
  for (let i = 0; i < scene.softMask.data.length; i++) {
    const coverage = scene.softMask.data[i] ?? 0
    if (coverage < 26 || coverage >= 250) continue
    for (let c = 0; c < 3; c++) {
      const value = data[i * 3 + c] ?? 0
      data[i * 3 + c] = value + ((colour[c] ?? 0) - value) * strength
    }
  }
  return { ...person, data }
}

/** As a sampler repaints a figure that it likes: another light, a little grain, edges a trace softer. Still a good page. */
export async function repainted(person: RawImage<3>): Promise<RawImage<3>> {
  const soft = await toRaw(fromRaw(person).blur(0.4), 3)
  const random = seededRandom(1)
  const data = Uint8Array.from(soft.data)
  // A plain loop: `from` with a function takes ten times as long.
  for (let i = 0; i < data.length; i++) {
    const lit = (data[i] ?? 0) * (i % 3 === 0 ? 1.03 : i % 3 === 1 ? 1 : 0.97)
    data[i] = Math.min(255, Math.max(0, Math.round(lit + (random() - 0.5) * 10)))
  }
  return { ...soft, data }
}

/** Park and Miller's generator: the same numbers in every run. */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

export function blurred(person: RawImage<3>, sigma: number): Promise<RawImage<3>> {
  return toRaw(fromRaw(person).blur(sigma), 3)
}
