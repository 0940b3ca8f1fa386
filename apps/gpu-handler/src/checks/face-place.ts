import type { Face, RgbImage } from '@foxetales/face-finder/face'
import { eyeContrast } from './eye-contrast.ts'
import { FACE_RADIUS_PX, VIEW_PX } from './face-view.ts'
import { atMost, type CheckFigure } from './page-verdict.ts'

/** Of the upright radius: how far below the ellipse's middle that of the detector's box lies, and how long its side is. */
const USUAL_DROP = 0.19
const USUAL_SIDE = 2.45
/** What each kind of error may be: in radii of the face, as a factor of the usual side, in radians of lean and of nod. */
const MOST_OFFSET = 0.31
const MOST_LARGER = 1.2
const MOST_SMALLER = 1.5
const MOST_LEAN = 0.28
/** The detector takes many a face that stands on its head for one that looks far down. */
const MOST_NOD = 0.28
/** A mesh that has its eyes on plain skin lies beside the face. */
const LEAST_EYE_CONTRAST = 0.2
/** Where no face is found, at most. */
const NOWHERE = 9

/**
 * How far the face is from where the book has it: the worst of its offset, its size, its lean, its nod and how little is seen
 * of its eyes, each divided by what is allowed. 1 and less is in its place; 9 is a page on which no face was found.
 *
 * @param view the upright view of the page's face
 * @param found the largest face in it
 */
export function checkFacePlace(view: RgbImage, found: Face | null): CheckFigure {
  return atMost('face_place', found === null ? NOWHERE : Math.min(NOWHERE, misplacement(view, found)), 1)
}

function misplacement(view: RgbImage, face: Face): number {
  const { box, roll, pitch } = face
  const x = box.x + box.width / 2 - VIEW_PX / 2
  const y = box.y + box.height / 2 - VIEW_PX / 2 - USUAL_DROP * FACE_RADIUS_PX
  const factor = Math.sqrt(box.width * box.height) / (USUAL_SIDE * FACE_RADIUS_PX)
  const sizeError =
    factor > 1 ? Math.log(factor) / Math.log(MOST_LARGER) : -Math.log(factor) / Math.log(MOST_SMALLER)
  const offset = Math.hypot(x, y) / FACE_RADIUS_PX
  const eyes = LEAST_EYE_CONTRAST / Math.max(0.001, eyeContrast(view, face))
  return Math.max(offset / MOST_OFFSET, sizeError, Math.abs(roll) / MOST_LEAN, pitch / MOST_NOD, eyes)
}
