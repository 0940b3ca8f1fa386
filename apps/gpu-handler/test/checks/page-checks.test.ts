import { type DescribedFace, loadFaceEmbedder } from '@foxetales/face-finder/face-likeness'
import { isComparableToPhoto } from '@foxetales/shared-schemas/comparable-face'
import { beforeAll, describe, type ExpectStatic, test } from 'vitest'
import { checkFacePlace } from '../../src/checks/face-place.ts'
import { faceView } from '../../src/checks/face-view.ts'
import { checkHalo } from '../../src/checks/halo.ts'
import { checkLikeness } from '../../src/checks/likeness.ts'
import type { CheckFigure } from '../../src/checks/page-verdict.ts'
import { checkSafety } from '../../src/checks/safety.ts'
import { checkSharpness } from '../../src/checks/sharpness.ts'
import { checkTone } from '../../src/checks/tone.ts'
import { fromRaw, type RawImage, toRaw } from '../../src/images/raw-image.ts'
import { toneSkin } from '../../src/images/skin-tone.ts'
import { blurred, faceGone, faceMoved, faceTurned, repainted, rimmed, skinTinted } from './bad-pages.ts'
import {
  type BlankPage,
  blankPage,
  type PaintedPage,
  pageScene,
  paintPage,
  personPhoto,
  readBook,
  withPerson,
} from './painted-pages.ts'

/**
 * Good pages are the book's own, painted from photos of different people in different tones, and the same repainted a
 * little; bad ones are good ones with one thing done to them. The bars: 95 of 100 bad pages caught, at most 5 of 100
 * good ones accused. docs/page-checks.md says what is not shown by this.
 */
const sheet = [3, 5, 7, 11, 16, 20, 25, 28, 30, 33] as const
/**
 * Two looks, five people with each: a stranger on a page is there in the child's own skin and hair, as when an engine
 * mixes up two faces.
 */
const looks = [
  { tone: 3, hair: 'tousled' },
  { tone: 8, hair: 'coils' },
] as const
/** An approved page, and pages that are held against it: the face of each pair says the same. */
const approvals = [
  { approved: 7, held: [33, 34] },
  { approved: 21, held: [6, 19] },
] as const
/** These people's photos stand upright and look at the camera. */
const person = (index: number) => (index * 5) % 18
const tone = (index: number) => 1 + ((index * 3) % 10)

type DescribedPage = PaintedPage & {
  readonly number: number
  readonly who: number
  readonly found: DescribedFace | null
  readonly view: RawImage<3>
}

/** One page of each tone, and what is spoiled. */
let pages: DescribedPage[]
/** Every good page. */
let goodPages: DescribedPage[]

beforeAll(async () => {
  const book = await readBook()
  const describePainted = async (blank: BlankPage, number: number, who: number): Promise<DescribedPage> => {
    const painted = await paintPage(blank, await personPhoto(who), who)
    return { ...painted, number, who, ...(await describePage(painted)) }
  }
  pages = []
  for (const [index, number] of sheet.entries()) {
    const blank = await blankPage(book, number, { tone: tone(index), hair: 'tousled' })
    pages.push(await describePainted(blank, number, person(index)))
  }
  goodPages = [...pages]
  for (const [group, look] of looks.entries()) {
    for (const number of approvals.flatMap(({ approved, held }) => [approved, ...held])) {
      const blank = await blankPage(book, number, look)
      for (let i = 0; i < 5; i++) {
        goodPages.push(await describePainted(blank, number, person(group * 5 + i)))
      }
    }
  }
}, 300_000)

async function describePage({ page, face, artPx }: PaintedPage) {
  const view = await faceView(page, face, artPx)
  return { view, found: await (await loadFaceEmbedder()).describe(view) }
}

/** The figures of every page after `spoil`, several ways for each. */
async function spoiled(
  ways: readonly ((page: PaintedPage) => RawImage<3> | Promise<RawImage<3>>)[],
  check: (page: PaintedPage) => CheckFigure | Promise<CheckFigure>,
): Promise<CheckFigure[]> {
  const figures: CheckFigure[] = []
  for (const page of pages) {
    for (const way of ways) figures.push(await check({ ...page, person: await way(page) }))
  }
  return figures
}

function expectBars(expect: ExpectStatic, good: readonly CheckFigure[], bad: readonly CheckFigure[]): void {
  const accused = good.filter(({ shortfall }) => shortfall > 0).length
  const caught = bad.filter(({ shortfall }) => shortfall > 0).length
  console.log(
    `${good[0]?.check}: ${caught} of ${bad.length} bad caught, ${accused} of ${good.length} good accused`,
  )
  expect(caught / bad.length).toBeGreaterThanOrEqual(0.95)
  expect(accused / good.length).toBeLessThanOrEqual(0.05)
}

describe('a bad page is told from a good one', () => {
  test('by a face that is missing, beside its place, askew or upside down', { timeout: 200_000 }, async ({
    expect,
  }) => {
    const bad = await spoiled(
      [
        ({ person, scene, face, artPx }) => faceGone(person, scene, face, artPx),
        ({ person, scene, face, artPx }) => faceMoved(person, scene, face, artPx, [1, 0]),
        ({ person, scene, face, artPx }) => faceMoved(person, scene, face, artPx, [-0.5, 0.8]),
        ({ person, face, artPx }) => faceTurned(person, face, artPx, 60),
        ({ person, face, artPx }) => faceTurned(person, face, artPx, 180),
      ],
      async (page) => {
        const { view, found } = await describePage(await withPerson(page, page.person))
        return checkFacePlace(view, found?.face ?? null)
      },
    )
    const good = goodPages.map(({ view, found }) => checkFacePlace(view, found?.face ?? null))
    expectBars(expect, good, bad)
  })

  test('by skin of another tone', { timeout: 200_000 }, async ({ expect }) => {
    const bad = await spoiled(
      [
        ({ person, scene }) => skinTinted(person, scene, [0.72, 0.72, 0.72]),
        ({ person, scene }) => skinTinted(person, scene, [1.3, 1.3, 1.3]),
        ({ person, scene }) => skinTinted(person, scene, [0.8, 1, 1.1]),
        ({ person, scene }) => skinTinted(person, scene, [1.15, 0.85, 0.85]),
        ({ person, scene }) => skinTinted(person, scene, [0.7, 1, 0.7]),
      ],
      ({ person, scene, tone }) => checkTone(person, scene, tone),
    )
    const good = goodPages.map(({ person, scene, tone }) => checkTone(person, scene, tone))
    expectBars(expect, good, bad)
  })

  test('by a rim around the child', { timeout: 200_000 }, async ({ expect }) => {
    const check = ({ person, scene, tone }: PaintedPage) => checkHalo(person, scene, tone)
    const white = [255, 255, 255] as const
    const bad = await spoiled(
      [
        ({ person, scene }) => rimmed(person, scene, white, 0.5),
        ({ person, scene }) => rimmed(person, scene, [255, 250, 220], 0.7),
        ({ person, scene }) => rimmed(person, scene, [0, 0, 0], 0.5),
        ({ person, scene }) => rimmed(person, scene, [200, 60, 200], 0.4),
      ],
      check,
    )
    const mended = await spoiled([({ person }) => repainted(person)], check)
    const good = await Promise.all(goodPages.map(check))
    expectBars(expect, [...good, ...mended], bad)
  })

  test('but a child seen from behind has no rim for being toned, in any tone', async ({ expect }) => {
    const book = await readBook()
    for (const [index, hair] of (['tousled', 'long', 'coils', 'headscarf', 'bun'] as const).entries()) {
      const tone = 1 + index * 2
      const scene = await pageScene(book, 27, { tone, hair })
      const person = await toneSkin(scene.picture, scene.softMask, scene.skinPart, tone)
      expect(await checkHalo(person, scene, tone)).toMatchObject({ shortfall: 0 })
    }
  })

  test('by blur, of the whole child or of the face alone', { timeout: 200_000 }, async ({ expect }) => {
    const check = ({ person, scene, face, artPx }: PaintedPage) => checkSharpness(person, scene, face, artPx)
    const faceBlurred = async ({ person, face, artPx }: PaintedPage) =>
      onlyFace(person, await blurred(person, 1.5), face, artPx)
    const bad = await spoiled(
      [
        ({ person }) => blurred(person, 1),
        ({ person }) => blurred(person, 2),
        ({ person }) => blurred(person, 4),
        faceBlurred,
      ],
      check,
    )
    const good = await Promise.all(goodPages.map(check))
    const mended = await spoiled([({ person }) => repainted(person)], check)
    expectBars(expect, [...good, ...mended], bad)
  })

  test('by a stranger’s face, beside a page that the parent approved', { timeout: 200_000 }, async ({
    expect,
  }) => {
    const good: CheckFigure[] = []
    const bad: CheckFigure[] = []
    const crowd = goodPages.slice(pages.length)
    for (const known of crowd) {
      const { held } = approvals.find(({ approved }) => approved === known.number) ?? { held: [] }
      if (known.found === null) throw new Error('a page of the book shows a face')
      const { embedding } = known.found
      for (const other of crowd) {
        if (other.tone !== known.tone || !held.some((number) => number === other.number)) continue
        if (other.found === null) throw new Error('a page of the book shows a face')
        const figure = checkLikeness(other.found.embedding, { from: 'page', embedding }, true)
        if (other.who === known.who) good.push(figure)
        else bad.push(figure)
      }
    }
    expectBars(expect, good, bad)
  })

  test('never by what a child’s book may show: no unsafe page was at hand to catch', {
    timeout: 200_000,
  }, async ({ expect }) => {
    for (const { page } of pages) {
      const { score, shortfall } = await checkSafety(page)
      expect(shortfall).toBe(0)
      expect(score).toBeLessThan(0.1)
    }
  })

  /**
   * A drawn face is a long way from a photo: here the check is only a coarse net, and its honest figure is written down.
   * A preview's page is looked at by the parent anyway.
   */
  test('by a stranger’s face beside the photo alone, about every second time', { timeout: 200_000 }, async ({
    expect,
  }) => {
    const embedder = await loadFaceEmbedder()
    let caught = 0
    let strangers = 0
    let own = 0
    let accused = 0
    const shown = goodPages.filter(({ face, found }) => found !== null && isComparableToPhoto(face))
    for (const who of new Set(shown.map((page) => page.who))) {
      const photo = await personPhoto(who)
      const small = await toRaw(
        fromRaw(photo).resize(480, 480, { fit: 'inside', withoutEnlargement: true }),
        3,
      )
      const embedding = (await embedder.describe(small))?.embedding
      if (!embedding) throw new Error('the photo shows a face')
      for (const page of shown) {
        if (page.found === null) continue
        const { shortfall } = checkLikeness(page.found.embedding, { from: 'photo', embedding }, true)
        if (page.who === who) {
          own += 1
          accused += shortfall > 0 ? 1 : 0
        } else {
          strangers += 1
          caught += shortfall > 0 ? 1 : 0
        }
      }
    }
    console.log(
      `likeness to the photo: ${caught} of ${strangers} strangers caught, ${accused} of ${own} accused`,
    )
    expect(accused / own).toBeLessThanOrEqual(0.05)
    expect(caught / strangers).toBeGreaterThan(0.4)
  })
})

/** `under`, with the face's ellipse of `over`. */
async function onlyFace(
  under: RawImage<3>,
  over: RawImage<3>,
  face: PaintedPage['face'],
  artPx: number,
): Promise<RawImage<3>> {
  const data = Uint8Array.from(under.data)
  const scale = under.width / artPx
  for (let y = 0; y < under.height; y++) {
    for (let x = 0; x < under.width; x++) {
      if (Math.hypot(x - face.cx * scale, y - face.cy * scale) > face.ry * scale) continue
      const at = (y * under.width + x) * 3
      for (let c = 0; c < 3; c++) data[at + c] = over.data[at + c] ?? 0
    }
  }
  return { ...under, data }
}
