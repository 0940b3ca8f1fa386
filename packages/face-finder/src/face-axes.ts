import type { MeshPoint } from './face.ts'

/** A face's own directions in the photo, in pixels: what is up for it, what is right, and how large it is. */
export type FaceAxes = {
  /** The point `across` widths right of and `up` heights above a mesh point. */
  readonly from: (index: number, across: number, up: number) => readonly [number, number]
  readonly width: number
  readonly height: number
}

const FOREHEAD = 10
const CHIN = 152
const LEFT = 234
const RIGHT = 454

/** The axes of a face by its mesh (478 points, MediaPipe's numbering). */
export function faceAxes(mesh: readonly MeshPoint[]): FaceAxes {
  const at = (index: number): readonly [number, number] => {
    const point = mesh[index]
    if (point === undefined) throw new RangeError(`a face mesh has no point ${index}`)
    return [point[0], point[1]]
  }
  const [topX, topY] = at(FOREHEAD)
  const [chinX, chinY] = at(CHIN)
  const height = Math.hypot(topX - chinX, topY - chinY)
  const up = [(topX - chinX) / height, (topY - chinY) / height] as const
  const right = [-up[1], up[0]] as const
  const [leftX, leftY] = at(LEFT)
  const [rightX, rightY] = at(RIGHT)
  const width = Math.hypot(rightX - leftX, rightY - leftY)
  return {
    width,
    height,
    from(index, across, upwards) {
      const [x, y] = at(index)
      return [
        x + right[0] * across * width + up[0] * upwards * height,
        y + right[1] * across * width + up[1] * upwards * height,
      ]
    },
  }
}
