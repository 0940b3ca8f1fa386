export type Rgb = readonly [red: number, green: number, blue: number]

/** Reads `#rrggbb`. @throws {RangeError} for anything else */
export function parseHex(hex: string): Rgb {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex)
  if (!match?.[1] || !match[2] || !match[3]) throw new RangeError('a colour is written #rrggbb')
  return [Number.parseInt(match[1], 16), Number.parseInt(match[2], 16), Number.parseInt(match[3], 16)]
}

/**
 * `under` seen through `over` of the given coverage (0..255), rounded to nearest without a division. Coverage 0 gives
 * `under` exactly, 255 gives `over` exactly.
 */
export function blendBytes(under: number, over: number, coverage: number): number {
  const sum = under * (255 - coverage) + over * coverage + 128
  return (sum + (sum >> 8)) >> 8
}
