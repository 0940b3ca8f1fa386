import type { Rgb } from './colour.ts'

/** D65, the white of sRGB (IEC 61966-2-1). */
const WHITE_Y = 1
const WHITE_Z = 1.08883

/**
 * The Individual Typology Angle of a skin colour in degrees: `atan2(L* - 50, b*)` of CIE L*a*b* under D65 (Chardon,
 * Cretois and Hourseau, 1991). About 75 for the fairest skin, -70 for the deepest.
 */
export function typologyAngle([red, green, blue]: Rgb): number {
  const [r, g, b] = [linear(red), linear(green), linear(blue)]
  const y = cubeRoot((0.2126 * r + 0.7152 * g + 0.0722 * b) / WHITE_Y)
  const z = cubeRoot((0.0193 * r + 0.1192 * g + 0.9505 * b) / WHITE_Z)
  return (Math.atan2(116 * y - 66, 200 * (y - z)) * 180) / Math.PI
}

function linear(byte: number): number {
  const value = byte / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

/** The f of L*a*b*: a cube root with a straight piece near black. */
function cubeRoot(value: number): number {
  return value > 216 / 24_389 ? Math.cbrt(value) : (841 / 108) * value + 4 / 29
}
