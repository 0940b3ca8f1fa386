/** Scenes are drawn in a square of 1000 x 1000 units, origin top left, whatever the pixel size. */
export const pageUnits = 1000

export type Point = { x: number; y: number }

/** A number short enough to keep the SVG small and the same on every run. */
export const short = (value: number): string => String(Math.round(value * 10) / 10)

export const at = (point: Point): string => `${short(point.x)},${short(point.y)}`

type Stop = readonly [offset: number, colour: string, opacity?: number]

const stopElements = (stops: readonly Stop[]): string =>
  stops
    .map(
      ([offset, colour, opacity = 1]) =>
        `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
    )
    .join('')

/** Definition of a gradient from top to bottom, to be used as `fill="url(#id)"`. */
export const verticalGradient = (id: string, stops: readonly Stop[]): string =>
  `<linearGradient id="${id}" x2="0" y2="1">${stopElements(stops)}</linearGradient>`

/** Definition of a gradient from the middle outwards. */
export const radialGradient = (id: string, stops: readonly Stop[]): string =>
  `<radialGradient id="${id}">${stopElements(stops)}</radialGradient>`

export const path = (shape: string, fill: string, more = ''): string =>
  `<path d="${shape}" fill="${fill}" ${more}/>`

export const stroke = (shape: string, colour: string, width: number, opacity = 1): string =>
  `<path d="${shape}" fill="none" stroke="${colour}" stroke-width="${short(width)}" stroke-linecap="round" opacity="${opacity}"/>`

export const circle = (x: number, y: number, radius: number, fill: string, opacity = 1): string =>
  `<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius)}" fill="${fill}" opacity="${short(opacity * 100)}%"/>`

export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, opacity = 1): string =>
  `<ellipse cx="${short(x)}" cy="${short(y)}" rx="${short(rx)}" ry="${short(ry)}" fill="${fill}" opacity="${short(opacity * 100)}%"/>`

export const rect = (x: number, y: number, width: number, height: number, fill: string, corner = 0): string =>
  `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" rx="${corner}" fill="${fill}"/>`

type Placement = { x: number; y: number; scale?: number; turn?: number; mirrored?: boolean }

/** Moves, turns (degrees clockwise) and scales a drawing made round its own origin. */
export const place = ({ x, y, scale = 1, turn = 0, mirrored = false }: Placement, content: string): string =>
  `<g transform="translate(${short(x)} ${short(y)}) rotate(${short(turn)}) scale(${mirrored ? -scale : scale} ${scale})">${content}</g>`

/** Covers the page and its wobbling borders with one colour. */
export const wholePage = (fill: string): string => rect(-80, -80, 1160, 1160, fill)
