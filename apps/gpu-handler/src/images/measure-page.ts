import type { FractionBox } from '@foxetales/shared-schemas/book'
import type { PageMeasures } from '@foxetales/shared-schemas/unit'
import type { RawImage } from './raw-image.ts'

/** HSV saturation above which a press has trouble with a colour. */
const VIVID_SATURATION = 0.9
/** A pixel darker than this is dark, whatever its saturation says. */
const VIVID_LEAST_VALUE = 40
/** Every so many pixels in both directions are looked at for colour. */
const STEP = 3

/** Relative luminance of an sRGB channel's byte (WCAG 2.2). */
const linear = Float64Array.from({ length: 256 }, (_, byte) => {
  const share = byte / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
})

/** What later steps have to know of a finished page's pixels: the edge that lays out its words never sees any. */
export function measurePage(page: RawImage<3>, textBox: FractionBox | undefined): PageMeasures {
  return { vivid: vividShare(page), ...(textBox ? { text: lightUnder(page, textBox) } : {}) }
}

function vividShare({ data, width, height }: RawImage<3>): number {
  let vivid = 0
  let seen = 0
  for (let y = 0; y < height; y += STEP) {
    for (let x = 0; x < width; x += STEP) {
      const at = (y * width + x) * 3
      const red = data[at] ?? 0
      const green = data[at + 1] ?? 0
      const blue = data[at + 2] ?? 0
      const most = Math.max(red, green, blue)
      const saturation = most === 0 ? 0 : (most - Math.min(red, green, blue)) / most
      if (most >= VIVID_LEAST_VALUE && saturation > VIVID_SATURATION) vivid += 1
      seen += 1
    }
  }
  return vivid / seen
}

/** Mean, darkest and lightest tenth of the luminance in a box. */
function lightUnder(
  { data, width, height }: RawImage<3>,
  box: FractionBox,
): NonNullable<PageMeasures['text']> {
  const steps = 512
  const histogram = new Uint32Array(steps)
  let sum = 0
  let seen = 0
  const [fromX, toX] = [Math.floor(box.x * width), Math.min(width, Math.ceil((box.x + box.width) * width))]
  const [fromY, toY] = [
    Math.floor(box.y * height),
    Math.min(height, Math.ceil((box.y + box.height) * height)),
  ]
  for (let y = fromY; y < toY; y++) {
    for (let x = fromX; x < toX; x++) {
      const at = (y * width + x) * 3
      const light =
        0.2126 * (linear[data[at] ?? 0] ?? 0) +
        0.7152 * (linear[data[at + 1] ?? 0] ?? 0) +
        0.0722 * (linear[data[at + 2] ?? 0] ?? 0)
      sum += light
      seen += 1
      const step = Math.min(steps - 1, Math.floor(light * steps))
      histogram[step] = (histogram[step] ?? 0) + 1
    }
  }
  const below = (share: number) => {
    let passed = 0
    const step = histogram.findIndex((count) => {
      passed += count
      return passed >= share * seen
    })
    return (step + 0.5) / steps
  }
  return { mean: sum / seen, dark: below(0.1), light: below(0.9) }
}
