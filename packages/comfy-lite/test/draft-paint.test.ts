import { loadFaceFinder } from '@foxetales/face-finder/face-finder'
import sharp from 'sharp'
import { describe, test } from 'vitest'
import { createPaintDraft } from '../src/draft/paint-draft.ts'
import { type DraftRequest, NoFaceError } from '../src/draft-port.ts'
import { createImage, type ImageTensor } from '../src/tensor.ts'
import { blankPage, facePhoto, GROUP_PHOTO_FACES } from './draft-pages.ts'

const paint = createPaintDraft()
const page = await blankPage({ skin: '#e0ac80', hair: '#5a3d2c', radius: 90, tilt: 20 })
const photo = await facePhoto(GROUP_PHOTO_FACES[0])

function request(changes: Partial<DraftRequest> = {}): DraftRequest {
  const { signal } = new AbortController()
  const { init, faceMask } = page
  return { init, noiseMask: null, photo, faceMask, seed: 1, denoise: 0.55, signal, ...changes }
}

describe('painting a draft', () => {
  test('only the face ellipse changes, and the page that was given stays as it was', async ({ expect }) => {
    const before = page.init.data.slice()
    const draft = await paint(request())
    expect(page.init.data).toEqual(before)
    let changedInside = 0
    let changedOutside = 0
    page.faceMask.data.forEach((covered, i) => {
      const changed = Math.abs((draft.data[i * 3] ?? 0) - (before[i * 3] ?? 0)) > 0.02
      if (covered === 0 && changed) changedOutside++
      if (covered === 1 && changed) changedInside++
    })
    expect(changedOutside).toBe(0)
    expect(changedInside).toBeGreaterThan(2000)
  })

  test('the same request gives the same pixels, another seed only other pigment', async ({ expect }) => {
    const [once, again, reseeded] = await Promise.all([
      paint(request()),
      createPaintDraft()(request()),
      paint(request({ seed: 2 })),
    ])
    expect(again).toEqual(once)
    expect(reseeded).not.toEqual(once)
    const furthest = once.data.reduce(
      (most, value, i) => Math.max(most, Math.abs(value - (reseeded.data[i] ?? 0))),
      0,
    )
    expect(furthest).toBeLessThan(0.06)
  })

  test.for(['#f3cba6', '#966242', '#5f3d2b'])(
    'cheeks keep the page’s own skin %s',
    async (skin, { expect }) => {
      const tinted = await blankPage({ skin, hair: '#1f1715', radius: 90, tilt: 0 })
      const draft = await paint(request({ init: tinted.init, faceMask: tinted.faceMask }))
      const wanted = [1, 3, 5].map((at) => Number.parseInt(skin.slice(at, at + 2), 16))
      const medians = [0, 1, 2].map((channel) => medianInside(draft, tinted.faceMask.data, channel) * 255)
      medians.forEach((median, channel) => {
        expect(Math.abs(median - (wanted[channel] ?? 0))).toBeLessThan(14)
      })
    },
  )

  test('the face leans with its ellipse', async ({ expect }) => {
    const finder = await loadFaceFinder()
    const draft = await paint(request())
    const bytes = new Uint8Array(Uint8ClampedArray.from(draft.data, (value) => value * 255).buffer)
    const [face] = await finder.find({ data: bytes, width: draft.width, height: draft.height })
    expect(Math.abs((face?.roll ?? 0) - (20 * Math.PI) / 180)).toBeLessThan(0.12)
  })

  test('spectacles are left to the page, and leave no smudge on the nose', async ({ expect }) => {
    const spectacled = await wearSpectacles(photo, await loadFaceFinder())
    const upright = await blankPage({ skin: '#e0ac80', hair: '#5a3d2c', radius: 110, tilt: 0 })
    const bare = await paint(request({ init: upright.init, faceMask: upright.faceMask }))
    const worn = await paint(request({ init: upright.init, faceMask: upright.faceMask, photo: spectacled }))
    const darkest = (draft: ImageTensor) => {
      let low = 1
      for (let y = 160; y < 190; y++) low = Math.min(low, draft.data[(y * draft.width + 210) * 3] ?? 1)
      return low
    }
    expect(darkest(worn)).toBeGreaterThan(darkest(bare) - 0.05)
  })

  test('a photo without a face is refused, even on a page without a face', async ({ expect }) => {
    const plain = createImage(200, 200, 0.6)
    await expect(paint(request({ photo: plain }))).rejects.toThrow(NoFaceError)
    await expect(paint(request({ photo: plain, faceMask: null }))).rejects.toThrow(NoFaceError)
  })

  test('without a photo or a face mask the page comes back as it was', async ({ expect }) => {
    expect(await paint(request({ photo: null }))).toEqual(page.init)
    expect(await paint(request({ faceMask: null }))).toEqual(page.init)
  })

  test('an interrupted request throws the reason of its signal', async ({ expect }) => {
    const reason = new Error('the parent changed the photo')
    await expect(paint(request({ signal: AbortSignal.abort(reason) }))).rejects.toBe(reason)
  })

  test('a photo is searched once for all pages, until too many others came', async ({ expect }) => {
    let searches = 0
    const counting = async () => {
      const finder = await loadFaceFinder()
      searches++
      return finder
    }
    const forgetful = createPaintDraft({ finder: counting, rememberedPhotos: 1 })
    const other = await facePhoto(GROUP_PHOTO_FACES[1])
    await Promise.all([forgetful(request()), forgetful(request({ seed: 5 }))])
    expect(searches).toBe(1)
    await forgetful(request({ photo: other }))
    await forgetful(request())
    expect(searches).toBe(3)
  })
})

function medianInside(image: ImageTensor, mask: Float32Array, channel: number): number {
  const values: number[] = []
  mask.forEach((covered, i) => {
    if (covered === 1) values.push(image.data[i * 3 + channel] ?? 0)
  })
  values.sort((a, b) => a - b)
  return values[Math.floor(values.length / 2)] ?? 0
}

async function wearSpectacles(
  image: ImageTensor,
  finder: Awaited<ReturnType<typeof loadFaceFinder>>,
): Promise<ImageTensor> {
  const bytes = Buffer.from(Uint8ClampedArray.from(image.data, (value) => value * 255).buffer)
  const { width, height } = image
  const [face] = await finder.find({ data: new Uint8Array(bytes), width, height })
  const at = (i: number) => face?.mesh[i] ?? [0, 0, 0]
  const apart = Math.hypot(at(263)[0] - at(33)[0], at(263)[1] - at(33)[1])
  const lens = ([outer, inner]: readonly [number, number]) =>
    `<circle cx="${(at(outer)[0] + at(inner)[0]) / 2}" cy="${(at(outer)[1] + at(inner)[1]) / 2}" r="${apart * 0.27}"/>`
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <g fill="none" stroke="#181818" stroke-width="${apart * 0.06}">${lens([33, 133])}${lens([263, 362])}
    <path d="M${at(133)[0]},${at(133)[1]}L${at(362)[0]},${at(362)[1]}"/></g></svg>`
  const { data } = await sharp(bytes, { raw: { width, height, channels: 3 } })
    .composite([{ input: Buffer.from(drawn) }])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width, height, data: Float32Array.from(data, (value) => value / 255) }
}
