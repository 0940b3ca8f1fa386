import type { Rgb } from '../images/colour.ts'
import { blendBytes } from '../images/colour.ts'
import type { RawImage } from '../images/raw-image.ts'
import type { Scene } from '../images/scene.ts'
import { toneSkin } from '../images/skin-tone.ts'
import { type Lab, labDistance, toLab } from './lab-colour.ts'
import { atMost, type CheckFigure } from './page-verdict.ts'

/** Side of the cells into which the outline is cut, in pixels at 1024. */
const CELL_PX = 32
/** The mask's soft band; beyond it lie the person and the scene. */
const BAND_FROM = 26
const BAND_TO = 230
/** A side of the outline with fewer pixels than this in a cell tells no colour. */
const FEWEST_PIXELS = 24
/** Share of the cells that may be worse than the figure: a halo along a tenth of the outline is seen. */
const WORST_SHARE = 0.1
const MOST = 2

/**
 * How much the outline stands out from both its sides: a glow, a dark rim, a doubled edge. In every cell of the outline
 * the mean colour of the mask's soft band is compared with the mean colours of what lies within and without it; a band
 * that is a mixture of the two has no step. What the artist's own figure, toned alike, has there (an ink line, a hand
 * brighter than its line) is taken off, and the figure is that of the cell which one cell in ten exceeds, in CIELAB units. What lies under hair or another layer over
 * the person is not looked at: nobody will see it.
 */
export async function checkHalo(person: RawImage<3>, scene: Scene, tone: number): Promise<CheckFigure> {
  const figure = await toneSkin(scene.picture, scene.softMask, scene.skinPart, tone)
  const steps = stepsOf(scene, person, figure)
  if (steps.length === 0) return atMost('halo', 0, MOST)
  const ranked = steps.sort((a, b) => b - a)
  return atMost('halo', ranked[Math.floor(ranked.length * WORST_SHARE)] ?? 0, MOST)
}

/** Sums of red, green, blue and the count: of the band, within, without. */
type Sums = Float64Array
const SIDES = 3
const [BAND, WITHIN, WITHOUT] = [0, 1, 2] as const

function stepsOf(scene: Scene, person: RawImage<3>, figure: RawImage<3>): number[] {
  const { picture, softMask } = scene
  const columns = Math.ceil(softMask.width / CELL_PX)
  const cells = columns * Math.ceil(softMask.height / CELL_PX)
  const page: Sums = new Float64Array(cells * SIDES * 4)
  const art: Sums = new Float64Array(cells * SIDES * 4)
  const banded = cellsWithBand(softMask, columns, cells)
  const hidden = hiddenBy(scene)
  for (let y = 0; y < softMask.height; y++) {
    for (let x = 0; x < softMask.width; x++) {
      const cell = Math.floor(y / CELL_PX) * columns + Math.floor(x / CELL_PX)
      if (banded[cell] === 0) continue
      const i = y * softMask.width + x
      if (hidden[i] === 1) continue
      const coverage = softMask.data[i] ?? 0
      const side = coverage < BAND_FROM ? WITHOUT : coverage < BAND_TO ? BAND : WITHIN
      const at = (cell * SIDES + side) * 4
      for (let channel = 0; channel < 3; channel++) {
        const drawn = picture.data[i * 3 + channel] ?? 0
        const seen = (over: RawImage<3>) => blendBytes(drawn, over.data[i * 3 + channel] ?? 0, coverage)
        art[at + channel] = (art[at + channel] ?? 0) + seen(figure)
        page[at + channel] = (page[at + channel] ?? 0) + seen(person)
      }
      page[at + 3] = (page[at + 3] ?? 0) + 1
    }
  }
  const steps: number[] = []
  for (let cell = 0; cell < cells; cell++) {
    const counts = [BAND, WITHIN, WITHOUT].map((side) => page[(cell * SIDES + side) * 4 + 3] ?? 0)
    if (Math.min(...counts) < FEWEST_PIXELS) continue
    const colours = (sums: Sums) => counts.map((count, side) => meanColour(sums, cell * SIDES + side, count))
    steps.push(Math.max(0, stepOf(colours(page)) - stepOf(colours(art))))
  }
  return steps
}

/** 1 where a layer over the person lets less than half of what is under it be seen. */
function hiddenBy({ softMask, over }: Scene): Uint8Array {
  const hidden = new Uint8Array(softMask.data.length)
  for (const layer of over) {
    for (let i = 0; i < hidden.length; i++) if ((layer.data[i * 4 + 3] ?? 0) > 127) hidden[i] = 1
  }
  return hidden
}

function cellsWithBand(softMask: RawImage<1>, columns: number, cells: number): Uint8Array {
  const found = new Uint8Array(cells)
  for (let i = 0; i < softMask.data.length; i++) {
    const coverage = softMask.data[i] ?? 0
    if (coverage < BAND_FROM || coverage >= BAND_TO) continue
    const y = Math.floor(i / softMask.width)
    found[Math.floor(y / CELL_PX) * columns + Math.floor((i - y * softMask.width) / CELL_PX)] = 1
  }
  return found
}

function meanColour(sums: Sums, index: number, count: number): Rgb {
  const mean = (channel: number) => (sums[index * 4 + channel] ?? 0) / Math.max(1, count)
  return [mean(0), mean(1), mean(2)]
}

/** How far the band's colour lies from every mixture of its two sides. */
function stepOf(colours: readonly Rgb[]): number {
  const [band, within, without] = colours.map(toLab)
  if (!band || !within || !without) return 0
  const along = [without[0] - within[0], without[1] - within[1], without[2] - within[2]] as const
  const length = along[0] ** 2 + along[1] ** 2 + along[2] ** 2
  const product =
    (band[0] - within[0]) * along[0] + (band[1] - within[1]) * along[1] + (band[2] - within[2]) * along[2]
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, product / length))
  const nearest: Lab = [
    within[0] + share * along[0],
    within[1] + share * along[1],
    within[2] + share * along[2],
  ]
  return labDistance(band, nearest)
}
