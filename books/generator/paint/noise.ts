import sharp from 'sharp'
import { seededRandom } from '../random.ts'

/** Square field of smooth noise, `size * size` values of about -1 to 1 with mean 0. */
export type NoiseField = Float32Array

type NoiseOptions = { size: number; cells: number; octaves: number; seed: number; gain?: number }

const spreadInDeviations = 2.2
const statisticsStep = 7

/** Value noise: small random grids, each twice as fine as the last, enlarged with a cubic kernel and summed. */
export const noiseField = async ({
  size,
  cells,
  octaves,
  seed,
  gain = 0.5,
}: NoiseOptions): Promise<NoiseField> => {
  const field = new Float32Array(size * size)
  let amplitude = 1
  for (let octave = 0; octave < octaves; octave++) {
    const gridSize = Math.round(cells * 2 ** octave)
    if (gridSize > size) break
    const random = seededRandom(seed * 77 + octave * 13 + 1)
    const grid = Buffer.from(Array.from({ length: gridSize * gridSize }, () => random() * 256))
    const enlarged = await sharp(grid, { raw: { width: gridSize, height: gridSize, channels: 1 } })
      .resize(size, size, { kernel: 'cubic', fit: 'fill' })
      .extractChannel(0)
      .raw()
      .toBuffer()
    for (let index = 0; index < field.length; index++) {
      field[index] = (field[index] ?? 0) + (enlarged[index] ?? 0) * amplitude
    }
    amplitude *= gain
  }
  return normalised(field)
}

const normalised = (field: Float32Array): NoiseField => {
  let sum = 0
  let squares = 0
  let count = 0
  for (let index = 0; index < field.length; index += statisticsStep) {
    const value = field[index] ?? 0
    sum += value
    squares += value * value
    count++
  }
  const mean = sum / count
  const deviation = Math.sqrt(squares / count - mean * mean)
  return field.map((value) => Math.max(-1, Math.min(1, (value - mean) / (spreadInDeviations * deviation))))
}
