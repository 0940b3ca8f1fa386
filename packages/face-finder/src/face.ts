/** Pixels as red, green, blue bytes, row by row, no padding: `data.length === width * height * 3`. */
export type RgbImage = {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

/** A rectangle in pixels; `x`, `y` is its top left corner. */
export type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type MeshPoint = readonly [x: number, y: number, z: number]

/**
 * One face. `box` and `mesh` are in pixels of the image that was searched. `mesh` holds the 478 points of MediaPipe's
 * FaceMesh with irises; its z grows away from the camera and has the scale of x. `score` is 0..1. `yaw`, `pitch`, `roll`
 * are radians; all are zero for a face that looks straight into the camera with level eyes.
 */
export type Face = {
  readonly box: Box
  readonly score: number
  readonly yaw: number
  readonly pitch: number
  readonly roll: number
  readonly mesh: readonly MeshPoint[]
}
