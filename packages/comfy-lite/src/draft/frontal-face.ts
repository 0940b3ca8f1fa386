import type { MeshPoint } from '@foxetales/face-finder/face-finder'
import { EYES, LIPS, OUTLINE, SKIN_POINTS } from './landmark-groups.ts'
import type { TurnedAwaySide } from './turned-away-side.ts'

export type Point = readonly [x: number, y: number]

type Vector = readonly [number, number, number]

/**
 * The face as if it looked straight at us: the mesh is turned in space onto its own axes. The eyes' middle is the
 * origin, the distance between the eyes' middles is 100, y points down.
 */
export function frontalFace(mesh: readonly MeshPoint[]): Point[] {
  const right = unit(
    subtract(average(mesh, [263, 362, 454, 291, 356]), average(mesh, [33, 133, 234, 61, 127])),
  )
  const roughlyDown = subtract(average(mesh, [152, 17, 200]), average(mesh, [10, 151, 9]))
  const down = unit(subtract(roughlyDown, scaled(right, dot(roughlyDown, right))))
  const depths = irisDepths(mesh)
  const origin = average(mesh, [33, 133, 263, 362])
  const turned = mesh.map(([x, y, z], i): Point => {
    const offset = subtract([x, y, depths.get(i) ?? z], origin)
    return [dot(offset, right), dot(offset, down)]
  })
  const [first, second] = EYES.map(({ upperLid }) => middle(turned, [upperLid[0] ?? 0, upperLid.at(-1) ?? 0]))
  if (first === undefined || second === undefined) throw new Error('a face mesh has two eyes')
  const scale = 100 / (second[0] - first[0])
  return turned.map(([x, y]): Point => [x * scale, y * scale])
}

/**
 * Makes the two halves more alike, which takes out what the turn in space got wrong. The outline becomes fully
 * symmetric, the features keep `1 - strength` of their own asymmetry; a half that is turned away follows the other one.
 */
export function symmetrised(points: readonly Point[], strength: number, turned: TurnedAwaySide): Point[] {
  const amount = Math.max(strength, turned.share)
  const straight = straightened(points, amount)
  const result = [...straight]
  const outline = new Set<number>(OUTLINE)
  // The weight of the first side, which is the left one, in what both sides have in common.
  const left = 0.5 + (turned.side === 'left' ? -0.5 : 0.5) * turned.share
  for (const [first, second] of mirrorPairs()) {
    const a = straight[first]
    const b = straight[second]
    if (a === undefined || b === undefined) continue
    const share = outline.has(first) ? 1 : amount
    const x = a[0] * left - b[0] * (1 - left)
    const y = a[1] * left + b[1] * (1 - left)
    result[first] = [a[0] + (x - a[0]) * share, a[1] + (y - a[1]) * share]
    result[second] = [b[0] + (-x - b[0]) * share, b[1] + (y - b[1]) * share]
  }
  return result
}

/** From forehead to chin down the middle of the face. */
const MIDLINE = [10, 151, 9, 168, 6, 197, 195, 4, 2, 0, 13, 14, 17, 18, 200, 152]

/** Moves every row of the face sideways so that its midline becomes straight, by `amount` 0..1. */
function straightened(points: readonly Point[], amount: number): Point[] {
  const midline = MIDLINE.map((i) => middle(points, [i])).sort((a, b) => a[1] - b[1])
  const offsetAt = (y: number) => {
    const next = midline.findIndex((point) => point[1] >= y)
    const below = midline[next] ?? midline.at(-1) ?? [0, 0]
    const above = midline[next - 1] ?? below
    const share = below[1] > above[1] ? (y - above[1]) / (below[1] - above[1]) : 0
    return above[0] + (below[0] - above[0]) * Math.min(1, Math.max(0, share))
  }
  return points.map(([x, y]): Point => [x - offsetAt(y) * amount, y])
}

function mirrorPairs(): [number, number][] {
  const pairs: [number, number][] = []
  const pair = (first: readonly number[], second: readonly number[]) => {
    first.forEach((index, i) => {
      pairs.push([index, second[i] ?? index])
    })
  }
  pair(OUTLINE.slice(19), OUTLINE.slice(1, 18).toReversed())
  const [one, other] = EYES
  pair(one.upperLid, other.upperLid)
  pair(one.lowerLid.slice(1, -1), other.lowerLid.slice(1, -1))
  pair(one.crease, other.crease)
  pair(one.browTop, other.browTop)
  pair(one.browBottom, other.browBottom)
  // Irises are numbered right, top, left, bottom on both sides: their right and left edges change places.
  pair([473, 474, 475, 476, 477], [468, 471, 470, 469, 472])
  pair([48, 64, 98, 97, 129, 50, 205, 101], [278, 294, 327, 326, 358, 280, 425, 330])
  for (const line of Object.values(LIPS)) pair(line.slice(0, 5), line.slice(6).toReversed())
  return pairs
}

/** The irises' z is not in the mesh's scale: they get the depth of their lids. */
function irisDepths(mesh: readonly MeshPoint[]): Map<number, number> {
  const depths = new Map<number, number>()
  for (const eye of EYES) {
    const depth = average(mesh, [...eye.upperLid, ...eye.lowerLid])[2]
    for (const i of eye.iris) depths.set(i, depth)
  }
  return depths
}

export function middle(points: readonly Point[], indices: readonly number[]): Point {
  let x = 0
  let y = 0
  for (const i of indices) {
    const point = points[i]
    if (point === undefined)
      throw new RangeError(`a face mesh has no point ${i}, only ${SKIN_POINTS} and the irises`)
    x += point[0] / indices.length
    y += point[1] / indices.length
  }
  return [x, y]
}

function average(mesh: readonly MeshPoint[], indices: readonly number[]): Vector {
  const [x, y] = middle(
    mesh.map(([px, py]): Point => [px, py]),
    indices,
  )
  const z = indices.reduce((sum, i) => sum + (mesh[i]?.[2] ?? 0), 0) / indices.length
  return [x, y, z]
}

function subtract(a: Vector, b: Vector): Vector {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

function scaled(a: Vector, factor: number): Vector {
  return [a[0] * factor, a[1] * factor, a[2] * factor]
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

function unit(a: Vector): Vector {
  return scaled(a, 1 / Math.hypot(...a))
}
