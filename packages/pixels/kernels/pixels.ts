// AssemblyScript (https://www.assemblyscript.org), compiled to src/pixels.wasm by build.mjs. Not part of the
// TypeScript program: types here are WebAssembly's, and every address is a byte offset into the module's memory, which
// src/pixel-kernels.ts lays out. The program's TypeScript has the same arithmetic as the plain reference.

/** The half of a 14-bit weight's unit, as the last step of a 20-bit sum rounds by it. */
const HALF_20: i32 = 1 << 19
const RING_MASK: i32 = 31

/**
 * Separable resampling of an RGB picture. Rows are resampled along x on demand into a ring of 32 rows of 16-bit values
 * with 6 fractional bits; output rows are sums of ring rows. `columns` and `rows` hold, per output pixel, the first
 * source pixel as i32; `columnWeights` and `rowWeights` hold `taps` i16 weights with 14 fractional bits.
 */
export function resampleRgb(
  from: usize, fromWidth: i32,
  to: usize, toWidth: i32, toHeight: i32,
  columns: usize, columnWeights: usize, columnTaps: i32,
  rows: usize, rowWeights: usize, rowTaps: i32,
  ring: usize, ringStride: i32,
): void {
  let ready = 0
  for (let y = 0; y < toHeight; y++) {
    const first = load<i32>(rows + (y << 2))
    const end = first + rowTaps
    if (ready < first) ready = first
    for (; ready < end; ready++) {
      resampleRow(from + <usize>(ready * fromWidth * 3), ring + <usize>((ready & RING_MASK) * ringStride), toWidth, columns, columnWeights, columnTaps)
    }
    sumRows(to + <usize>(y * toWidth * 3), toWidth * 3, first, rowWeights + <usize>(y * rowTaps * 2), rowTaps, ring, ringStride)
  }
}

// @ts-ignore: decorator
@inline
function resampleRow(from: usize, to: usize, width: i32, columns: usize, weights: usize, taps: i32): void {
  const zero = i32x4.splat(0)
  const half = i32x4.splat(128)
  for (let x = 0; x < width; x++) {
    let at = from + <usize>(load<i32>(columns) * 3)
    let sum = zero
    for (let pair = 0; pair < taps; pair += 2) {
      // Two neighbours as 16-bit lanes: r0 r1 g0 g1 b0 b1 0 0.
      const two = v128.shuffle<i8>(v128.load64_zero(at), zero, 0, 16, 3, 16, 1, 16, 4, 16, 2, 16, 5, 16, 16, 16, 16, 16)
      sum = i32x4.add(sum, i32x4.dot_i16x8_s(two, v128.load_splat<i32>(weights)))
      at += 6
      weights += 4
    }
    sum = i32x4.shr_s(i32x4.add(sum, half), 8)
    v128.store64_lane(to, i16x8.narrow_i32x4_s(sum, zero), 0)
    to += 6
    columns += 4
  }
}

// @ts-ignore: decorator
@inline
function sumRows(to: usize, bytes: i32, first: i32, weights: usize, taps: i32, ring: usize, stride: i32): void {
  const half = i32x4.splat(HALF_20)
  for (let x = 0; x < bytes; x += 8) {
    let low = half
    let high = half
    for (let k = 0; k < taps; k += 2) {
      const weight = v128.load_splat<i32>(weights + (k << 1))
      const a = v128.load(ring + <usize>(((first + k) & RING_MASK) * stride + (x << 1)))
      const b = v128.load(ring + <usize>(((first + k + 1) & RING_MASK) * stride + (x << 1)))
      low = i32x4.add(low, i32x4.dot_i16x8_s(v128.shuffle<i16>(a, b, 0, 8, 1, 9, 2, 10, 3, 11), weight))
      high = i32x4.add(high, i32x4.dot_i16x8_s(v128.shuffle<i16>(a, b, 4, 12, 5, 13, 6, 14, 7, 15), weight))
    }
    const words = i16x8.narrow_i32x4_s(i32x4.shr_s(low, 20), i32x4.shr_s(high, 20))
    // The last row may write up to 7 bytes past its end: the caller leaves room.
    v128.store64_lane(to + x, i8x16.narrow_i16x8_u(words, words), 0)
  }
}

// @ts-ignore: decorator
@inline
function reds(a: v128, b: v128): v128 {
  return i16x8.extend_low_i8x16_u(v128.shuffle<i8>(a, b, 0, 3, 6, 9, 12, 15, 26, 29, 0, 0, 0, 0, 0, 0, 0, 0))
}
// @ts-ignore: decorator
@inline
function greens(a: v128, b: v128): v128 {
  return i16x8.extend_low_i8x16_u(v128.shuffle<i8>(a, b, 1, 4, 7, 10, 13, 24, 27, 30, 0, 0, 0, 0, 0, 0, 0, 0))
}
// @ts-ignore: decorator
@inline
function blues(a: v128, b: v128): v128 {
  return i16x8.extend_low_i8x16_u(v128.shuffle<i8>(a, b, 2, 5, 8, 11, 14, 25, 28, 31, 0, 0, 0, 0, 0, 0, 0, 0))
}

/**
 * 255 into `found` where a pixel has the house's skin range (its blue-difference up to `cbHighest`, its red-difference
 * from `crLowest`) and both masks are at least 128, else 0; eight pixels at a
 * time, `pixels` a multiple of 8. Returns how many were found.
 */
export function findSkin(rgb: usize, coverage: usize, part: usize, found: usize, pixels: i32, cbHighest: i32, crLowest: i32): i32 {
  const half = i16x8.splat(128)
  const cbLimit = i16x8.splat(<i16>(cbHighest - 128))
  const crLimit = i16x8.splat(<i16>(crLowest - 128))
  let count = 0
  for (let i = 0; i < pixels; i += 8) {
    // The top bit of each byte says whether it is at least 128.
    const wanted = load<u64>(coverage + i) & load<u64>(part + i) & 0x8080808080808080
    if (wanted == 0) {
      store<u64>(found + i, 0)
      continue
    }
    const at = rgb + <usize>(i * 3)
    const a = v128.load(at)
    const b = v128.load(at, 8)
    const red = reds(a, b)
    const green = greens(a, b)
    const blue = blues(a, b)
    const luma = i16x8.shr_u(i16x8.add(i16x8.add(i16x8.mul(red, i16x8.splat(77)), i16x8.mul(green, i16x8.splat(150))), i16x8.add(i16x8.mul(blue, i16x8.splat(29)), half)), 8)
    // One sum in each range is 32768: saturation leaves it far outside the skin's, as the exact value is.
    const cb = i16x8.shr_s(i16x8.add_sat_s(i16x8.add(i16x8.add(i16x8.mul(red, i16x8.splat(-43)), i16x8.mul(green, i16x8.splat(-85))), i16x8.mul(blue, half)), half), 8)
    const cr = i16x8.shr_s(i16x8.add_sat_s(i16x8.add(i16x8.add(i16x8.mul(green, i16x8.splat(-107)), i16x8.mul(blue, i16x8.splat(-21))), i16x8.mul(red, half)), half), 8)
    let skin = i16x8.ge_s(luma, i16x8.splat(40))
    skin = v128.and(skin, v128.and(i16x8.ge_s(cb, i16x8.splat(77 - 128)), i16x8.le_s(cb, cbLimit)))
    skin = v128.and(skin, v128.and(i16x8.ge_s(cr, crLimit), i16x8.le_s(cr, i16x8.splat(173 - 128))))
    // Wanted bytes as 16-bit lanes of all ones.
    const lanes = i16x8.gt_s(i16x8.extend_low_i8x16_u(i64x2.splat(wanted)), i16x8.splat(0))
    skin = v128.and(skin, lanes)
    count += popcnt(i16x8.bitmask(skin))
    v128.store64_lane(found + i, i8x16.narrow_i16x8_s(skin, skin), 0)
  }
  return count
}

// @ts-ignore: decorator
@inline
function shifted(value: v128, delta: v128, amount: v128): v128 {
  const half = i16x8.splat(128)
  // value × (256 + delta), rounded, over 256: the whole part apart, so that 16 bits suffice.
  let over = i16x8.add(value, i16x8.shr_s(i16x8.add(i16x8.mul(value, delta), half), 8))
  over = i16x8.min_s(over, i16x8.splat(255))
  const sum = i16x8.add(i16x8.add(i16x8.mul(value, i16x8.sub(i16x8.splat(255), amount)), i16x8.mul(over, amount)), half)
  return i16x8.shr_u(i16x8.add(sum, i16x8.shr_u(sum, 8)), 8)
}

/**
 * Multiplies RGB pixels in place by (256 + delta) / 256 per channel: those that are `found` (0 or 255), as far as `soft`
 * and `coverage` both let it (the smaller of the two, 0..255). Deltas from -127 to 127; eight pixels at a time.
 */
export function shiftSkin(rgb: usize, found: usize, soft: usize, coverage: usize, pixels: i32, red: i32, green: i32, blue: i32): void {
  const deltaRed = i16x8.splat(<i16>red)
  const deltaGreen = i16x8.splat(<i16>green)
  const deltaBlue = i16x8.splat(<i16>blue)
  for (let i = 0; i < pixels; i += 8) {
    if (load<u64>(found + i) == 0) continue
    const allowed = i8x16.min_u(v128.load64_zero(soft + i), v128.load64_zero(coverage + i))
    const amount = i16x8.extend_low_i8x16_u(v128.and(allowed, v128.load64_zero(found + i)))
    const at = rgb + <usize>(i * 3)
    const a = v128.load(at)
    const b = v128.load(at, 8)
    const r = shifted(reds(a, b), deltaRed, amount)
    const g = shifted(greens(a, b), deltaGreen, amount)
    const rg = i8x16.narrow_i16x8_u(r, g)
    const blue = shifted(blues(a, b), deltaBlue, amount)
    const bb = i8x16.narrow_i16x8_u(blue, blue)
    v128.store(at, v128.shuffle<i8>(rg, bb, 0, 8, 16, 1, 9, 17, 2, 10, 18, 3, 11, 19, 4, 12, 20, 5))
    v128.store64_lane(at, v128.shuffle<i8>(rg, bb, 13, 21, 6, 14, 22, 7, 15, 23, 0, 0, 0, 0, 0, 0, 0, 0), 0, 16)
  }
}
