type Rgb = [number, number, number]

/** '#rrggbb' as three numbers from 0 to 255. */
export const parseHex = (hex: string): Rgb => {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

const toHex = (rgb: number[]): string =>
  `#${rgb
    .map((channel) =>
      Math.max(0, Math.min(255, Math.round(channel)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

/** Darkens (amount < 0) towards black or lightens (amount > 0) towards white. */
export const shade = (hex: string, amount: number): string =>
  toHex(
    parseHex(hex).map((channel) =>
      amount < 0 ? channel * (1 + amount) : channel + (255 - channel) * amount,
    ),
  )

const linear = (channel: number): number => {
  const value = channel / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
export const luminance = ([red, green, blue]: readonly [number, number, number]): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)

/** Contrast ratio of two luminances, 1 to 21 (WCAG 2.2); 4.5 is the least for running text. */
export const contrast = (first: number, second: number): number =>
  (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05)
