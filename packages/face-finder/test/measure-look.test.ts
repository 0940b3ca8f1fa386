import sharp from 'sharp'
import { beforeAll, describe, test } from 'vitest'
import { type Face, loadFaceFinder, type RgbImage } from '../src/face-finder.ts'
import { wearsGlasses } from '../src/measure-glasses.ts'
import { measureHair } from '../src/measure-hair.ts'
import { astronautPath, readRgb, toRgb } from './photos.ts'

let photo: RgbImage
let face: Face

beforeAll(async () => {
  photo = await readRgb(astronautPath)
  const [found] = await (await loadFaceFinder()).find(photo)
  if (found === undefined) throw new Error('the sample photo has a face')
  face = found
}, 60_000)

const at = (index: number): readonly number[] => face.mesh[index] ?? [0, 0, 0]

/** The photo with shapes drawn over it, in its own pixels. */
function drawnOver(shapes: string): Promise<RgbImage> {
  const { width, height } = photo
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes}</svg>`
  return toRgb(
    sharp(photo.data, { raw: { width, height, channels: 3 } }).composite([{ input: Buffer.from(svg) }]),
  )
}

/** Hair round the head, down to `bottom` face heights below the forehead. */
function wig(colour: string, bottom: number): Promise<RgbImage> {
  const [[leftX = 0] = [], [rightX = 0] = []] = [at(234), at(454)]
  const [middleX = 0, topY = 0] = at(10)
  const [, chinY = 0] = at(152)
  const [width, height] = [rightX - leftX, chinY - topY]
  const left = middleX - width * 0.95
  return drawnOver(
    `<path fill="${colour}" d="M${left},${topY - height * 0.6}h${width * 1.9}v${height * (0.6 + bottom)}h${-width * 0.44}V${topY}h${-width * 1.02}V${topY + height * bottom}H${left}Z"/>`,
  )
}

describe('the hair of a photo', () => {
  test('of the sample photo is light brown and short', ({ expect }) => {
    const hair = measureHair(photo, face.mesh)
    expect(hair?.length).toBe('short')
    const [red = 0, green = 0, blue = 0] = channels(hair?.colour)
    expect(red).toBeGreaterThan(green)
    expect(green).toBeGreaterThan(blue)
    expect(red).toBeGreaterThan(120)
  })

  test.for(['#1f1a18', '#5a3a26', '#d9b26a', '#9c9a98'])(
    'is read as %s when it is that',
    async (colour, { expect }) => {
      const read = channels(measureHair(await wig(colour, 0.5), face.mesh)?.colour)
      const worn = channels(colour)
      for (const [channel, value] of read.entries())
        expect(Math.abs(value - (worn[channel] ?? 0))).toBeLessThan(25)
    },
  )

  test('is long when it falls beside the neck', async ({ expect }) => {
    expect(measureHair(await wig('#d9b26a', 1.6), face.mesh)?.length).toBe('long')
    expect(measureHair(await wig('#d9b26a', 0.6), face.mesh)?.length).toBe('short')
  })
})

describe('glasses', () => {
  test('are seen by their bridge and rims', async ({ expect }) => {
    const apart = Math.hypot((at(263)[0] ?? 0) - (at(33)[0] ?? 0), (at(263)[1] ?? 0) - (at(33)[1] ?? 0))
    const lens = (outer: number, inner: number) =>
      `<circle cx="${((at(outer)[0] ?? 0) + (at(inner)[0] ?? 0)) / 2}" cy="${((at(outer)[1] ?? 0) + (at(inner)[1] ?? 0)) / 2}" r="${apart * 0.24}"/>`
    const frame = `<g fill="none" stroke="#202020" stroke-width="${apart * 0.06}">${lens(33, 133)}${lens(263, 362)}<path d="M${at(133)[0]},${at(133)[1]}L${at(362)[0]},${at(362)[1]}"/></g>`
    expect(wearsGlasses(await drawnOver(frame), face.mesh)).toBe(true)
  })

  test('are not seen where there are none, nor in a fringe', async ({ expect }) => {
    expect(wearsGlasses(photo, face.mesh)).toBe(false)
    const [foreheadX = 0, foreheadY = 0] = at(10)
    const [, browY = 0] = at(9)
    const half = ((at(454)[0] ?? 0) - (at(234)[0] ?? 0)) / 2
    const fringe = `<rect x="${foreheadX - half}" y="${foreheadY - 10}" width="${half * 2}" height="${browY - foreheadY}" fill="#201815"/>`
    expect(wearsGlasses(await drawnOver(fringe), face.mesh)).toBe(false)
  })
})

function channels(colour = ''): number[] {
  return [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16))
}
