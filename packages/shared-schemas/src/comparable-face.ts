import type { Expression, FaceRegion } from './book.ts'

/**
 * Faces that a face net knows again. Closed eyes, an open mouth and knitted brows make another face of the same child: no
 * other seed could help such a page, so it is not held against any picture of the child, and serves as none.
 */
const comparable: ReadonlySet<Expression | undefined> = new Set([undefined, 'calm', 'happy', 'curious'])

export function isComparable(face: Pick<FaceRegion, 'expression'>): boolean {
  return comparable.has(face.expression)
}

/** Faces that can be held against a photo, on which most people smile: wide, wondering eyes are too far from it. */
export function isComparableToPhoto(face: Pick<FaceRegion, 'expression'>): boolean {
  return isComparable(face) && face.expression !== 'curious'
}
