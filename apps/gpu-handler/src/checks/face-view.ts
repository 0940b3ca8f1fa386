import type { FaceRegion } from '@foxetales/shared-schemas/book'
import { fromRaw, type RawImage, toRaw } from '../images/raw-image.ts'

/** Side of the square around a page's face, in upright radii of its ellipse: head and hair, little of the scene. */
const SIDE_RADII = 3.2
/** Side of the picture that the nets are shown. */
export const VIEW_PX = 320
/** The face's upright radius in the view, which is centred on the face. */
export const FACE_RADIUS_PX = VIEW_PX / SIDE_RADII

/**
 * The page's face upright and enlarged, as the detector and the embedding want it: a square of `VIEW_PX`. Beyond the
 * page its border is repeated.
 *
 * @param artPx side of the art that `face` is measured in
 */
export async function faceView(page: RawImage<3>, face: FaceRegion, artPx: number): Promise<RawImage<3>> {
  const scale = page.width / artPx
  const side = SIDE_RADII * face.ry * scale
  // Wide enough for the corners of the square, whatever its turn.
  const reach = Math.ceil(side * Math.SQRT1_2) + 1
  const [cx, cy] = [Math.round(face.cx * scale), Math.round(face.cy * scale)]
  const [left, top] = [Math.max(0, cx - reach), Math.max(0, cy - reach)]
  const right = Math.min(page.width, cx + reach)
  const bottom = Math.min(page.height, cy + reach)
  const piece = fromRaw(page).extract({ left, top, width: right - left, height: bottom - top })
  const whole = piece.extend({
    left: left - (cx - reach),
    top: top - (cy - reach),
    right: cx + reach - right,
    bottom: cy + reach - bottom,
    extendWith: 'copy',
  })
  // One pipeline turns before it extends, so each step is a picture of its own.
  const upright = await toRaw(fromRaw(await toRaw(whole, 3)).rotate(-face.tilt), 3)
  const size = Math.round(side)
  const margin = Math.round((upright.width - size) / 2)
  const square = fromRaw(upright).extract({ left: margin, top: margin, width: size, height: size })
  return toRaw(square.resize(VIEW_PX, VIEW_PX), 3)
}
