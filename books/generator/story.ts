import type { BookTemplate, Expression, FractionBox, Gaze, Localised } from '@foxetales/shared-schemas/book'
import type { Scene, SceneSetup } from './scene.ts'

/** One illustration: how it is lit, where its text stands, and how it is painted. */
export type Illustration = SceneSetup & {
  /** What it shows, for a text-to-image sampler. */
  prompt: string
  /** How the child's face looks, and where the eyes look; the child's own where the story does not say. */
  expression?: Expression
  gaze?: Gaze
  ink: string
  paint: (scene: Scene) => Promise<void>
}

/** Dark ink for light pages, cream for night. */
export const inks = { dark: '#33261f', cream: '#fff3dc' } as const

export const box = (x: number, y: number, width: number, height: number): FractionBox => ({
  x,
  y,
  width,
  height,
})

export type Story = {
  id: string
  version: string
  title: Localised
  blurb: Localised
  /** A line per page, in the same languages as the title. */
  text: readonly Localised[]
  ageYears: BookTemplate['ageYears']
  price: BookTemplate['price']
  pages: readonly Illustration[]
  cover: Illustration
  previewPages: readonly [number, number, number]
}
