import { shade } from '../colour.ts'
import { place, short } from '../svg.ts'

/** What a shape of the child is made of; `prop` is anything that never follows the child's own colours. */
export type Material = 'skin' | 'hair' | 'clothes' | 'prop'

/** A piece of a figure: as painted, and in label colours for the part map. */
export type Drawing = { shapes: string; labels: string }

const labelColour: Record<Material, string> = {
  skin: '#ff0000',
  hair: '#00ff00',
  clothes: '#0000ff',
  prop: '#000000',
}

export const nothing: Drawing = { shapes: '', labels: '' }

export const together = (...drawings: Drawing[]): Drawing => ({
  shapes: drawings.map((drawing) => drawing.shapes).join(''),
  labels: drawings.map((drawing) => drawing.labels).join(''),
})

export const placeDrawing = (placement: Parameters<typeof place>[0], drawing: Drawing): Drawing => ({
  shapes: drawing.shapes && place(placement, drawing.shapes),
  labels: drawing.labels && place(placement, drawing.labels),
})

/** Draws with a pencil outline in the shape's own hue. */
export type Pencil = {
  fill: (shape: string, colour: string, material: Material) => Drawing
  /** A shape without an outline, to hide a seam between two pieces of one colour. */
  patch: (shape: string, colour: string, material: Material) => Drawing
  /** A line on top of a shape; it takes no label of its own. */
  line: (shape: string, colour: string, width: number, opacity?: number) => Drawing
}

const outlineWidth = 1.7
const outlineOpacity = 0.55

/** A large figure gets a relatively thinner outline, or close-ups would look like stickers. */
export const createPencil = (figureScale: number): Pencil => {
  const width = (outlineWidth * Math.max(0.35, figureScale) ** -0.55).toFixed(2)
  const outline = (colour: string, opacity: number): string =>
    `stroke="${colour}" stroke-opacity="${opacity}" stroke-width="${width}" stroke-linejoin="round"`
  return {
    fill: (shape, colour, material) => ({
      shapes: `<path d="${shape}" fill="${colour}" ${outline(shade(colour, -0.42), outlineOpacity)}/>`,
      labels: `<path d="${shape}" fill="${labelColour[material]}" ${outline(labelColour[material], 1)}/>`,
    }),
    patch: (shape, colour, material) => ({
      shapes: `<path d="${shape}" fill="${colour}"/>`,
      labels: `<path d="${shape}" fill="${labelColour[material]}"/>`,
    }),
    line: (shape, colour, lineWidth, opacity = 0.6) => ({
      shapes: `<path d="${shape}" fill="none" stroke="${colour}" stroke-width="${short(lineWidth)}" stroke-linecap="round" opacity="${opacity}"/>`,
      labels: '',
    }),
  }
}

/** An ellipse as a path, so that every shape of a figure is a path. */
export const oval = (x: number, y: number, rx: number, ry: number): string =>
  `M${short(x - rx)},${short(y)} a${short(rx)},${short(ry)} 0 1 0 ${short(rx * 2)},0 a${short(rx)},${short(ry)} 0 1 0 ${short(-rx * 2)},0Z`
