import sharp from 'sharp'
import { describe, test } from 'vitest'
import { boxAround } from '../src/images/box.ts'
import { composePage } from '../src/images/compose-page.ts'
import { keepPerson } from '../src/images/keep-person.ts'
import { type Channels, type RawImage, resizeSquare, toRaw } from '../src/images/raw-image.ts'
import { loadScene, type Scene } from '../src/images/scene.ts'
import { shrinkScene } from '../src/images/shrink-scene.ts'
import { drawArt, HAIR, SKIN } from './book-art.ts'

const ART_PX = 768
const PAGE_PX = 512

async function makeScene(): Promise<Scene> {
  const art = await drawArt(ART_PX)
  const load = <C extends Channels>(source: { url: string }, _sizePx: number, channels: C) =>
    toRaw(sharp(art[source.url as keyof typeof art]), channels)
  const layer = (url: keyof typeof art) => ({ url })
  const layers = {
    background: layer('background'),
    character: layer('character'),
    personMask: layer('personMask'),
    parts: layer('parts'),
    hair: { back: layer('hairBack'), front: layer('hairFront'), tinted: true },
    front: layer('front'),
  }
  const source = { layers, characterColours: { skin: SKIN, hair: HAIR }, look: { skin_tone: 6 } as const }
  return loadScene(load, source, ART_PX)
}

function differingWhere(one: RawImage<3>, other: RawImage<3>, where: (pixel: number) => boolean): number {
  let differing = 0
  for (let at = 0; at < one.data.length; at++) {
    if (where(Math.floor(at / 3)) && one.data[at] !== other.data[at]) differing++
  }
  return differing
}

describe('a scene made smaller', async () => {
  const large = await makeScene()
  const small = await shrinkScene(large, PAGE_PX)
  const person: RawImage<3> = {
    data: new Uint8Array(PAGE_PX * PAGE_PX * 3).fill(90),
    width: PAGE_PX,
    height: PAGE_PX,
    channels: 3,
  }

  test('is the shrunk background byte for byte beyond the mask, before and after the page is put together', async ({
    expect,
  }) => {
    const bare = await resizeSquare(large.background, PAGE_PX)
    const away = (pixel: number) => small.softMask.data[pixel] === 0
    expect(differingWhere(small.picture, bare, away)).toBe(0)
    const page = await composePage(person, small)
    const [over] = small.over
    const awayFromAll = (pixel: number) => away(pixel) && over?.data[pixel * 4 + 3] === 0
    expect(differingWhere(page, bare, awayFromAll)).toBe(0)
  })

  test('shows hair and leaves as the large one does', async ({ expect }) => {
    const asked = await resizeSquare(await composePage(await resizeSquare(person, ART_PX), large), PAGE_PX)
    const page = await composePage(person, small)
    const far = page.data.filter((value, at) => Math.abs(value - (asked.data[at] ?? 0)) > 24).length
    expect(far / page.data.length).toBeLessThan(0.001)
  })

  test('stores the person without what lies far beyond the mask, and prints the same', async ({ expect }) => {
    const kept = keepPerson(person, small.softMask)
    const box = boxAround(small.softMask)
    expect(kept.data.subarray(0, 3)).toEqual(Uint8Array.of(0, 0, 0))
    expect(kept.data[((box?.top ?? 0) * PAGE_PX + (box?.left ?? 0)) * 3]).toBe(90)
    const printed = await Promise.all([composePage(person, large), composePage(kept, large)])
    expect(Buffer.compare(printed[0].data, printed[1].data)).toBe(0)
  })
})
