/** Red, green, blue, 0..255, gamma coded (sRGB). */
export type Rgb = readonly [number, number, number]
/** CIE L*a*b* for white point D65: lightness 0..100, then green to red, blue to yellow. */
export type Lab = readonly [number, number, number]

export function toLab([red, green, blue]: Rgb): Lab {
  const [r, g, b] = [linear(red), linear(green), linear(blue)]
  const x = compress((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
  const y = compress(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = compress((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

/** Colours that a screen cannot show are cut to the nearest channel values. */
export function toRgb([lightness, a, b]: Lab): Rgb {
  const level = (lightness + 16) / 116
  const x = 0.9505 * expand(level + a / 500)
  const y = expand(level)
  const z = 1.089 * expand(level - b / 200)
  return [
    coded(3.2406 * x - 1.5372 * y - 0.4986 * z),
    coded(-0.9689 * x + 1.8758 * y + 0.0415 * z),
    coded(0.0557 * x - 0.204 * y + 1.057 * z),
  ]
}

export function mixRgb(from: Rgb, to: Rgb, share: number): Rgb {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ]
}

function linear(value: number): number {
  const v = value / 255
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
}

function coded(value: number): number {
  const v = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055
  return Math.min(255, Math.max(0, 255 * v))
}

function compress(t: number): number {
  return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116
}

function expand(t: number): number {
  return t > 0.2069 ? t ** 3 : (t - 16 / 116) / 7.787
}
