import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { kernels, layOut } from '@foxetales/pixels/pixel-kernels'
import { findSkin } from '../src/images/find-skin.ts'
import type { RawImage } from '../src/images/raw-image.ts'
import { toneSkin } from '../src/images/skin-tone.ts'
import { ratioRows, type Samples, timesOf } from './samples.ts'

const ROUNDS = 8
const TURNS = 2

/** A person of two fifths of the page: skin with grain, in a soft round mask. */
export function personOf(sizePx: number): { person: RawImage<3>; mask: RawImage<1> } {
  const data = new Uint8Array(sizePx * sizePx * 3)
  const covered = new Uint8Array(sizePx * sizePx)
  for (let i = 0; i < covered.length; i++) {
    const distance = Math.hypot((i % sizePx) / sizePx - 0.5, Math.floor(i / sizePx) / sizePx - 0.5)
    covered[i] = Math.max(0, Math.min(255, Math.round((0.36 - distance) * 255 * 80)))
    const grain = (Math.imul(i, 0x2c1b3c6d) >>> 24) / 8
    const colour = distance < 0.3 ? [200, 150, 115] : [70, 110, 150]
    for (let channel = 0; channel < 3; channel++) data[i * 3 + channel] = (colour[channel] ?? 0) + grain
  }
  const side = { width: sizePx, height: sizePx }
  return { person: { ...side, data, channels: 3 }, mask: { ...side, data: covered, channels: 1 } }
}

/** Finding and multiplying skin, in turns with OpenCV and NumPy where Python has them; all on one core. */
export async function benchSkinShift(sizePx: number): Promise<string[]> {
  const { person, mask } = personOf(sizePx)
  const count = sizePx * sizePx
  const folder = await mkdtemp(join(tmpdir(), 'skin-'))
  const [rgbFile, maskFile] = [join(folder, 'rgb'), join(folder, 'mask')]
  await writeFile(rgbFile, person.data)
  await writeFile(maskFile, mask.data)
  const samples: Samples = {}
  const add = (name: string, spans: readonly number[]) => {
    samples[name] = [...(samples[name] ?? []), ...spans]
  }
  for (let turn = 0; turn < TURNS; turn++) {
    const peers = askPeers(rgbFile, maskFile, sizePx)
    if (peers?.opencv) add('OpenCV', peers.opencv)
    if (peers) add('NumPy', peers.numpy)
    add('memcpy', await timesOf(ROUNDS, () => Uint8Array.from(person.data)))
    const { offsets, bytes } = layOut(count * 3, count, count, count)
    const [rgb = 0, covered = 0, part = 0, found = 0] = offsets
    const restore = () => {
      bytes.set(person.data, rgb)
      bytes.set(mask.data, covered)
      bytes.fill(255, part, part + count)
    }
    const inPlace = () => {
      kernels.findSkin(rgb, covered, part, found, count, 127, 133)
      kernels.shiftSkin(rgb, found, part, covered, count, -25, 26, 13)
    }
    add('our kernels, in place', await timesOf(ROUNDS, inPlace, restore))
    add('the whole pass', await timesOf(ROUNDS, () => toneSkin(person, mask, mask, 6)))
  }
  await rm(folder, { recursive: true })
  if (findSkin(person, mask, mask) === undefined) throw new Error('no skin was found')
  return ratioRows(samples, samples['OpenCV'] ? 'OpenCV' : 'memcpy', `${sizePx}²`)
}

function askPeers(
  rgb: string,
  mask: string,
  sizePx: number,
): { opencv: number[] | null; numpy: number[] } | undefined {
  const script = fileURLToPath(new URL('skin-peers.py', import.meta.url))
  const python = process.env['PYTHON'] ?? 'python3'
  try {
    const args = [script, rgb, mask, String(sizePx), String(ROUNDS)]
    return JSON.parse(execFileSync(python, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  } catch {
    process.stderr.write(
      'OpenCV and NumPy were left out: PYTHON names a Python that has opencv-python-headless and numpy.\n',
    )
    return undefined
  }
}
