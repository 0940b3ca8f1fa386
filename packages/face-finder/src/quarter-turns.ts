import type { Face, MeshPoint, RgbImage } from './face.ts'

export type QuarterTurns = 0 | 1 | 2 | 3

/** The image turned clockwise by `turns` x 90 degrees. */
export function turnImage(image: RgbImage, turns: QuarterTurns): RgbImage {
  if (turns === 0) return image
  const { width, height } = image
  const turnedWidth = turns === 2 ? width : height
  const turnedHeight = turns === 2 ? height : width
  const data = new Uint8Array(image.data.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [tx, ty] = turnPoint(x, y, width - 1, height - 1, turns)
      const from = (y * width + x) * 3
      const to = (ty * turnedWidth + tx) * 3
      data[to] = image.data[from] ?? 0
      data[to + 1] = image.data[from + 1] ?? 0
      data[to + 2] = image.data[from + 2] ?? 0
    }
  }
  return { data, width: turnedWidth, height: turnedHeight }
}

/**
 * A face found in `turnImage(image, turns)`, told in the pixels of the upright `image` again; `width` and `height` are
 * those of `image`. Its roll then includes the turn.
 */
export function turnFaceBack(face: Face, width: number, height: number, turns: QuarterTurns): Face {
  if (turns === 0) return face
  const turnedWidth = turns === 2 ? width : height
  const turnedHeight = turns === 2 ? height : width
  const back = oppositeTurn(turns)
  const { box } = face
  const [x1, y1] = turnPoint(box.x, box.y, turnedWidth, turnedHeight, back)
  const [x2, y2] = turnPoint(box.x + box.width, box.y + box.height, turnedWidth, turnedHeight, back)
  const mesh = face.mesh.map(([x, y, z]): MeshPoint => {
    const [px, py] = turnPoint(x, y, turnedWidth, turnedHeight, back)
    return [px, py, z]
  })
  return {
    ...face,
    box: { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) },
    roll: halfTurnRange(face.roll - (turns * Math.PI) / 2),
    mesh,
  }
}

function oppositeTurn(turns: 1 | 2 | 3): QuarterTurns {
  if (turns === 1) return 3
  if (turns === 3) return 1
  return 2
}

function turnPoint(
  x: number,
  y: number,
  right: number,
  bottom: number,
  turns: QuarterTurns,
): [number, number] {
  if (turns === 1) return [bottom - y, x]
  if (turns === 2) return [right - x, bottom - y]
  if (turns === 3) return [y, right - x]
  return [x, y]
}

/** The same angle within (-pi, pi]. */
function halfTurnRange(angle: number): number {
  const turned = angle % (2 * Math.PI)
  if (turned <= -Math.PI) return turned + 2 * Math.PI
  if (turned > Math.PI) return turned - 2 * Math.PI
  return turned
}
