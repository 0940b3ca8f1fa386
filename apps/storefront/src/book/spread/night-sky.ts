import { type SVGTemplateResult, svg } from 'lit'

const stars = 70
/** Steps of the golden ratio fill a square evenly and never in rows. */
const goldenStep = 0.618_034

/** The inside of the cover: the same sky on every screen, stars scattered, a few of them lantern yellow. */
export function nightSky(): SVGTemplateResult {
  return svg`<svg class="stars" viewBox="0 0 100 100" aria-hidden="true">
    ${Array.from({ length: stars }, (_, index) => star(index))}
  </svg>`
}

function star(index: number): SVGTemplateResult {
  const x = ((index * goldenStep) % 1) * 100
  const y = ((index + 0.5) / stars) * 100
  const isGlow = index % 7 === 3
  const size = isGlow ? 1.1 : 0.25 + (index % 3) * 0.12
  return isGlow
    ? svg`<path class="glow" d="M${x} ${y - size}q.15 ${size - 0.15} ${size} ${size}q-${size - 0.15} .15-${size} ${size}q-.15-${size - 0.15}-${size}-${size}q${size - 0.15}-.15 ${size}-${size}z" />`
    : svg`<circle cx=${x} cy=${y} r=${size} />`
}
