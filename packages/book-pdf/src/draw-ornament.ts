import { number, rgb } from './page-content.ts'

/** The house's mark between texts: a small lantern, and stars. Vector paths, so that they are sharp at any size. */

type Point = (x: number, y: number) => string

export interface OrnamentColours {
  readonly frame: string
  readonly light: string
}

/** A lantern in a warm halo. Centre (x, y); `height` is the lantern's own. */
export function drawLantern(x: number, y: number, height: number, colours: OrnamentColours): string {
  const scale = height / 100
  const at: Point = (dx, dy) => `${number(x + dx * scale)} ${number(y + dy * scale)}`
  const glass = `${rgb(colours.light)} rg ${at(-22, -30)} m ${at(-26, 22)} l ${at(26, 22)} l ${at(22, -30)} l h f\n`
  const flame =
    `1 1 1 rg ${at(0, 14)} m ${at(12, 0)} ${at(9, -16)} ${at(0, -20)} c ` +
    `${at(-9, -16)} ${at(-12, 0)} ${at(0, 14)} c f\n`
  const foot = `${rgb(colours.frame)} rg ${at(-28, -40)} m ${at(28, -40)} l ${at(22, -29)} l ${at(-22, -29)} l h f\n`
  const roof = `${at(-31, 21)} m ${at(31, 21)} l ${at(16, 38)} l ${at(-16, 38)} l h f\n`
  const ring =
    `${rgb(colours.frame)} RG ${number(4 * scale)} w ${at(-14, 38)} m ` +
    `${at(-12, 56)} ${at(12, 56)} ${at(14, 38)} c S\n`
  return `${glass}${flame}${foot}${roof}${ring}`
}

/** Places and radii of a loose wreath of stars, for a lantern 100 high at the origin. */
const starPlaces: readonly (readonly [x: number, y: number, radius: number])[] = [
  [-66, 34, 8],
  [-98, -2, 5],
  [-60, -34, 4],
  [64, 40, 5],
  [92, 8, 8],
  [58, -30, 5],
  [-32, 74, 4],
  [40, 78, 6],
]

/** Four-pointed stars around a lantern of the same centre and height. */
export function drawStars(x: number, y: number, height: number, colour: string): string {
  const scale = height / 100
  const stars = starPlaces.map(([dx, dy, radius]) => {
    return star(x + dx * scale, y + dy * scale, radius * scale)
  })
  return `${rgb(colour)} rg\n${stars.join('')}`
}

function star(x: number, y: number, radius: number): string {
  const waist = radius * 0.14
  const at: Point = (dx, dy) => `${number(x + dx)} ${number(y + dy)}`
  return (
    `${at(0, radius)} m ${at(waist, waist)} ${at(waist, waist)} ${at(radius, 0)} c ` +
    `${at(waist, -waist)} ${at(waist, -waist)} ${at(0, -radius)} c ` +
    `${at(-waist, -waist)} ${at(-waist, -waist)} ${at(-radius, 0)} c ` +
    `${at(-waist, waist)} ${at(-waist, waist)} ${at(0, radius)} c f\n`
  )
}
