// Everything this program does to pixels, beside its peers: `node apps/gpu-handler/bench/pixels.ts`.
import process from 'node:process'
import { resampleRgb } from '@foxetales/pixels/resample'
import sharp from 'sharp'
import { compositeThroughMask } from '../src/images/composite.ts'
import { encodePassingPng, encodePng, encodePreviews, encodePrint } from '../src/images/encode.ts'
import { fromRaw, type RawImage, toRaw } from '../src/images/raw-image.ts'
import { softenMask } from '../src/images/soft-mask.ts'
import { ratioRows, type Samples, timesOf } from './samples.ts'
import { benchSkinShift, personOf } from './skin-shift.ts'

sharp.concurrency(1)
sharp.cache(false)
const say = (line = '') => process.stdout.write(`${line}\n`)
const head = (peer: string) => {
  say(`| | best, of ${peer} | median, of ${peer} | ms: best, median |`)
  say('| --- | --- | --- | --- |')
}

say('### Skin shift')
head('OpenCV')
for (const sizePx of [1024, 2625]) for (const row of await benchSkinShift(sizePx)) say(row)

say('\n### Composite through the soft mask')
head('sharp')
for (const sizePx of [1024, 2625]) for (const row of await benchComposite(sizePx)) say(row)

const page = await toRaw(
  sharp(new URL('../../../books/lantern/v1/pages/05/background.webp', import.meta.url).pathname),
  3,
)
const small = resampleRgb(page, 1024, 1024)
say('\n### Resizing and encoding a page of the book')
head('sharp’s enlargement')
for (const row of await benchEncoders()) say(row)

async function benchComposite(sizePx: number): Promise<string[]> {
  const { person, mask: hard } = personOf(sizePx)
  const mask = await softenMask(hard)
  const background: RawImage<3> = { ...person, data: person.data.toReversed() }
  const raw = { width: sizePx, height: sizePx }
  const samples: Samples = {
    sharp: await timesOf(8, async () => {
      const alpha = { raw: { ...raw, channels: 1 as const } }
      const cut = await fromRaw(person).joinChannel(Buffer.from(mask.data), alpha).raw().toBuffer()
      return fromRaw(background)
        .composite([{ input: cut, raw: { ...raw, channels: 4 } }])
        .removeAlpha()
        .raw()
        .toBuffer()
    }),
    ours: await timesOf(8, () => compositeThroughMask(background, person, mask)),
    'memcpy of the page': await timesOf(8, () => Uint8Array.from(background.data)),
  }
  return ratioRows(samples, 'sharp', `${sizePx}²`)
}

async function benchEncoders(): Promise<string[]> {
  const to = 2625
  const samples: Samples = {
    'sharp, enlarged 1536 to 2625': await timesOf(6, () =>
      toRaw(fromRaw(page).resize(to, to, { fit: 'fill' }), 3),
    ),
    'ours, enlarged 1536 to 2625': await timesOf(6, () => resampleRgb(page, to, to)),
    'print master, enlarged and JPEG 4:4:4': await timesOf(6, () => encodePrint(page, to)),
    'page PNG 1024': await timesOf(6, () => encodePng(small)),
    'PNG for the engine 1024': await timesOf(6, () => encodePassingPng(small)),
    'preview and thumbnail WebP, marked': await timesOf(6, () => encodePreviews(small)),
    'thumbnail 400 as AVIF, effort 2': await timesOf(6, () =>
      fromRaw(small).resize(400).avif({ quality: 50, effort: 2 }).toBuffer(),
    ),
    'thumbnail 400 as WebP, effort 2': await timesOf(6, () =>
      fromRaw(small).resize(400).webp({ quality: 75, effort: 2 }).toBuffer(),
    ),
  }
  return ratioRows(samples, 'sharp, enlarged 1536 to 2625', '')
}
