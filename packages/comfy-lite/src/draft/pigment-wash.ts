import { CANVAS_PX } from './storybook-shape.ts'

/** How many puddles of pigment lie side by side on a face. */
const CELLS = 9
/** How much a puddle lightens or darkens the paint. */
const STRENGTH = 0.022

/**
 * Lets the paint pool a little, as watercolour does, in place and differently for every seed. The same seed always gives
 * the same puddles.
 */
export function poolPigment(painted: Float32Array, seed: number): void {
  const side = CELLS + 1
  const random = seededRandom(seed)
  const puddles = Float32Array.from({ length: side * side }, () => random() * 2 - 1)
  for (let y = 0; y < CANVAS_PX; y++) {
    for (let x = 0; x < CANVAS_PX; x++) {
      const factor =
        1 + STRENGTH * smoothLookUp(puddles, side, (x / CANVAS_PX) * CELLS, (y / CANVAS_PX) * CELLS)
      const i = (y * CANVAS_PX + x) * 3
      painted[i] = Math.min(255, (painted[i] ?? 0) * factor)
      painted[i + 1] = Math.min(255, (painted[i + 1] ?? 0) * factor)
      painted[i + 2] = Math.min(255, (painted[i + 2] ?? 0) * factor)
    }
  }
}

function smoothLookUp(grid: Float32Array, side: number, x: number, y: number): number {
  const left = Math.floor(x)
  const top = Math.floor(y)
  const across = ease(x - left)
  const down = ease(y - top)
  const i = top * side + left
  const upper = (grid[i] ?? 0) * (1 - across) + (grid[i + 1] ?? 0) * across
  const lower = (grid[i + side] ?? 0) * (1 - across) + (grid[i + side + 1] ?? 0) * across
  return upper * (1 - down) + lower * down
}

function ease(t: number): number {
  return t * t * (3 - 2 * t)
}

/** 0..1, mulberry32: small, and the same on every machine. */
function seededRandom(seed: number): () => number {
  // Sampler seeds have up to 64 bits: the upper half counts too.
  let state = (seed ^ Math.floor(seed / 2 ** 32)) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
