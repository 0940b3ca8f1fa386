import type { HairStyle } from '@foxetales/shared-schemas/child'
import { type SVGTemplateResult, svg } from 'lit'
import type { HairColour } from './wish.ts'

/** Middle tones of each colour, for the dot beside its name. */
export const hairSwatches: Record<HairColour, string> = {
  black: '#2e2826',
  'dark-brown': '#4a3226',
  brown: '#6f4a30',
  'light-brown': '#9a6e45',
  blonde: '#d9b26a',
  red: '#b4552c',
  grey: '#a8a39e',
}

const circles = (places: readonly (readonly [number, number, number])[]) =>
  places.map(([x, y, r]) => svg`<circle cx=${x} cy=${y} r=${r} />`)

/** What lies behind the head, then what lies over it, on a 48 × 48 field with the face at (24, 26). */
const drawings: Record<HairStyle, { readonly back?: unknown; readonly front: unknown }> = {
  tousled: {
    front: svg`<path d="M12 26c-2-11 4-18 13-18 4-4 7-3 6-1 5 2 7 9 5 19-1-5-3-8-5-9-4 2-11 2-14 1-3 2-4 4-5 8z" />`,
  },
  bob: {
    back: svg`<path d="M10 38c-3-18 2-30 14-30s17 12 14 30c-3 2-7 2-9 0H19c-2 2-6 2-9 0z" />`,
    front: svg`<path d="M13 25c0-9 4-14 11-14s11 5 11 14c-3-4-6-6-11-6s-8 2-11 6z" />`,
  },
  curls: {
    back: circles([
      [12, 20, 5],
      [11, 27, 5],
      [12, 34, 4.5],
      [36, 20, 5],
      [37, 27, 5],
      [36, 34, 4.5],
    ]),
    front: circles([
      [16, 15, 5],
      [21, 11.5, 5],
      [27, 11.5, 5],
      [32, 15, 5],
      [19, 17, 3.5],
      [25, 16, 3.5],
      [30, 18, 3.5],
    ]),
  },
  coils: {
    back: circles([
      [24, 19, 16],
      [10, 22, 5],
      [38, 22, 5],
      [12, 13, 5],
      [36, 13, 5],
      [19, 6.5, 5],
      [29, 6.5, 5],
      [12, 30, 4],
      [36, 30, 4],
    ]),
    front: svg`<path d="M13.500 24c1-7 4.500-9 10.500-9s9.500 2 10.500 9c2-10-2-15-10.500-15s-12.500 5-10.500 15z" />`,
  },
  locs: {
    back: [10, 13.5, 31, 34.5].map((x) => svg`<rect x=${x} y="16" width="3.600" height="25" rx="1.800" />`),
    front: svg`<path d="M12 24c-1-10 4-16 12-16s13 6 12 16l-3-1-1-5-3 3-2-4-3 3-3-3-2 4-3-3-1 5z" />`,
  },
  bun: {
    back: svg`<circle cx="24" cy="7" r="5.500" />`,
    front: svg`<path d="M12.500 25c-1-9 4-14 11.500-14s12.500 5 11.500 14c-2-5-5-8-11.500-8s-9.500 3-11.500 8z" />`,
  },
  long: {
    back: svg`<path d="M9 44c2-6 1-12 1-20 0-10 5-16 14-16s14 6 14 16c0 8-1 14 1 20-4 1-8 0-10-1H19c-2 1-6 2-10 1z" />`,
    front: svg`<path d="M13 26c0-9 3-13 9-14 1 4 7 8 13 8-1-7-5-11-11-11s-12 5-11 17z" />`,
  },
  headscarf: {
    back: svg`<path class="cloth" d="M8 45c2-5 2-10 2-19 0-11 6-18 14-18s14 7 14 18c0 9 0 14 2 19-8 3-24 3-32 0z" />`,
    front: svg`<path class="cloth" fill-rule="evenodd" d="M24 8c-9 0-13 7-13 17 0 9 5 15 13 15s13-6 13-15c0-10-4-17-13-17zm0 6c6 0 9 4 9 12 0 7-4 11-9 11s-9-4-9-11c0-8 3-12 9-12z" />`,
  },
}

/** A small head with that hair. */
export function hairPictogram(style: HairStyle): SVGTemplateResult {
  const { back, front } = drawings[style]
  return svg`<svg class="head" viewBox="0 0 48 48" aria-hidden="true">
    <g class="hair">${back}</g>
    <ellipse class="face" cx="24" cy="26" rx="10.500" ry="12" />
    <circle class="eye" cx="20" cy="27" r="1.200" /><circle class="eye" cx="28" cy="27" r="1.200" />
    <path class="smile" d="M20.500 32q3.500 3 7 0" />
    <g class="hair">${front}</g>
  </svg>`
}

/** The choice that leaves it to the photo. */
export function photoPictogram(): SVGTemplateResult {
  return svg`<svg class="head" viewBox="0 0 48 48" aria-hidden="true">
    <rect class="frame" x="8" y="6" width="32" height="36" rx="4" />
    <path class="frame" d="M12 38c1-7 5-10 12-10s11 3 12 10" />
    <circle class="frame" cx="24" cy="20" r="6.500" />
  </svg>`
}
