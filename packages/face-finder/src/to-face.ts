import type { Face } from './face.ts'
import type { HumanFace } from './load-human.ts'

/** Human's result in our words. */
export function toFace(found: HumanFace): Face {
  const [x, y, width, height] = found.box
  const angle = found.rotation?.angle
  return {
    box: { x, y, width, height },
    score: found.boxScore,
    yaw: angle?.yaw ?? 0,
    pitch: angle?.pitch ?? 0,
    roll: angle?.roll ?? 0,
    mesh: found.mesh,
  }
}
