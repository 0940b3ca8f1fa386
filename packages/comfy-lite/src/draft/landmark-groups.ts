/**
 * Indices into MediaPipe's 478 point FaceMesh (the numbering of its canonical face model). "First" is the side that
 * lies on the left of an unturned photo, which is the person's right.
 */

/** The face's outline, clockwise from the middle of the forehead. */
export const OUTLINE = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
  150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
] as const

export type EyeGroup = {
  /** Both lids run from the outer to the inner corner and share these two points. */
  readonly upperLid: readonly number[]
  readonly lowerLid: readonly number[]
  readonly crease: readonly number[]
  /** Middle of the iris, then its right, top, left and bottom edge. */
  readonly iris: readonly number[]
  readonly browTop: readonly number[]
  readonly browBottom: readonly number[]
}

export const FIRST_EYE: EyeGroup = {
  upperLid: [33, 246, 161, 160, 159, 158, 157, 173, 133],
  lowerLid: [33, 7, 163, 144, 145, 153, 154, 155, 133],
  crease: [247, 30, 29, 27, 28, 56, 190],
  iris: [473, 474, 475, 476, 477],
  browTop: [70, 63, 105, 66, 107],
  browBottom: [46, 53, 52, 65, 55],
}

export const SECOND_EYE: EyeGroup = {
  upperLid: [263, 466, 388, 387, 386, 385, 384, 398, 362],
  lowerLid: [263, 249, 390, 373, 374, 380, 381, 382, 362],
  crease: [467, 260, 259, 257, 258, 286, 414],
  iris: [468, 469, 470, 471, 472],
  browTop: [300, 293, 334, 296, 336],
  browBottom: [276, 283, 282, 295, 285],
}

export const EYES = [FIRST_EYE, SECOND_EYE] as const

/** All four lip lines run from the first corner of the mouth to the second. */
export const LIPS = {
  upperOuter: [61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291],
  lowerOuter: [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291],
  upperInner: [78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308],
  lowerInner: [78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308],
} as const

/** Under the nose, from wing to wing. */
export const NOSE_BASE = [129, 64, 98, 97, 2, 326, 327, 294, 358] as const

export const NOSE_TIP = 4
export const FOREHEAD = 10
export const CHIN = 152
export const MOUTH_MIDDLE = 13
/** The middles of the two cheeks. */
export const CHEEKS = [50, 280] as const
/** Flat patches of skin on cheeks, forehead and below the eyes. */
export const SKIN_SAMPLES = [50, 280, 205, 425, 101, 330, 151] as const

/** Number of points that lie on the skin; the ten after them are the irises, whose depth has another scale. */
export const SKIN_POINTS = 468
