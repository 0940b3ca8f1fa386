/** Angles in degrees: 0 hangs straight down, positive turns towards screen right; elbow and knee add to the bone above. */
export type Pose = {
  armLeft: readonly [shoulder: number, elbow: number]
  armRight: readonly [shoulder: number, elbow: number]
  /** The third number turns the foot: -1 points left, 0 at the viewer, 1 right. */
  legLeft: readonly [hip: number, knee: number, foot: number]
  legRight: readonly [hip: number, knee: number, foot: number]
  lean: number
  head: number
  /** How far the face turns: 0 is straight at the viewer, 1 a profile. */
  yaw: number
  /** Seen from the side (far limbs behind the body) or from behind (no face). */
  view?: 'side' | 'back'
  /** A thigh that points at the viewer looks shorter. */
  thighLength?: number
}

export const poses = {
  stand: {
    armLeft: [-14, -8],
    armRight: [14, 8],
    legLeft: [-4, 0, -0.4],
    legRight: [4, 0, 0.4],
    lean: 0,
    head: 0,
    yaw: 0,
  },
  wave: {
    armLeft: [-18, -12],
    armRight: [122, 30],
    legLeft: [-5, 0, -0.4],
    legRight: [6, 0, 0.4],
    lean: -3,
    head: -6,
    yaw: 0.1,
  },
  hold: {
    armLeft: [-16, 74],
    armRight: [16, -74],
    legLeft: [-5, 0, -0.4],
    legRight: [5, 0, 0.4],
    lean: 0,
    head: 3,
    yaw: 0,
  },
  reach: {
    armLeft: [-24, -14],
    armRight: [128, 8],
    legLeft: [-6, -6, 0.6],
    legRight: [10, -6, 0.8],
    lean: 6,
    head: -8,
    yaw: 0.3,
  },
  lift: {
    armLeft: [-138, -14],
    armRight: [138, 14],
    legLeft: [-8, 0, -0.5],
    legRight: [8, 0, 0.5],
    lean: 0,
    head: -4,
    yaw: 0,
  },
  walk: {
    armLeft: [34, 26],
    armRight: [-30, 22],
    legLeft: [-24, -16, 1],
    legRight: [26, -12, 1],
    lean: 5,
    head: 3,
    yaw: 0.3,
    view: 'side',
  },
  tiptoe: {
    armLeft: [52, 40],
    armRight: [-44, -20],
    legLeft: [-14, -30, 1],
    legRight: [30, -26, 1],
    lean: 7,
    head: 2,
    yaw: 0.3,
    view: 'side',
  },
  run: {
    armLeft: [-58, 66],
    armRight: [54, 62],
    legLeft: [-46, -58, 1],
    legRight: [52, -34, 1],
    lean: 14,
    head: -4,
    yaw: 0.35,
    view: 'side',
  },
  leap: {
    armLeft: [-88, -18],
    armRight: [78, 30],
    legLeft: [-26, -40, 0.8],
    legRight: [30, -62, 0.8],
    lean: 4,
    head: -2,
    yaw: 0.2,
    view: 'side',
  },
  sit: {
    armLeft: [-20, 30],
    armRight: [24, -34],
    legLeft: [62, -64, 0.8],
    legRight: [74, -70, 0.8],
    lean: -2,
    head: 4,
    yaw: 0.2,
    view: 'side',
  },
  sitGround: {
    armLeft: [34, 44],
    armRight: [26, 50],
    legLeft: [86, -28, 0.9],
    legRight: [80, -8, 0.9],
    lean: -6,
    head: 6,
    yaw: 0.25,
    view: 'side',
  },
  /** In a wheelchair, which is drawn with it; hands on the rims unless a page moves them. */
  wheelchair: {
    armLeft: [30, 46],
    armRight: [-6, 40],
    legLeft: [80, -64, 0.9],
    legRight: [74, -58, 0.9],
    lean: -3,
    head: 2,
    yaw: 0.25,
    view: 'side',
  },
  kneel: {
    armLeft: [52, 34],
    armRight: [40, 46],
    legLeft: [4, -92, 1],
    legRight: [14, -98, 1],
    lean: 10,
    head: 6,
    yaw: 0.3,
    view: 'side',
  },
  crouch: {
    armLeft: [36, 30],
    armRight: [58, 20],
    legLeft: [74, -118, 1],
    legRight: [86, -126, 1],
    lean: 12,
    head: 4,
    yaw: 0.25,
    view: 'side',
  },
  fly: {
    armLeft: [-70, -10],
    armRight: [98, 62],
    legLeft: [-28, -34, 0.8],
    legRight: [-2, -46, 0.8],
    lean: 8,
    head: -8,
    yaw: 0.2,
    view: 'side',
  },
  tumble: {
    armLeft: [-112, -30],
    armRight: [82, 40],
    legLeft: [-40, -30, 0.8],
    legRight: [50, -60, 0.8],
    lean: -6,
    head: 8,
    yaw: 0.1,
    view: 'side',
  },
  row: {
    armLeft: [38, 40],
    armRight: [56, 24],
    legLeft: [66, -60, 0.8],
    legRight: [76, -70, 0.8],
    lean: 4,
    head: 2,
    yaw: 0.3,
    view: 'side',
  },
  sleep: {
    armLeft: [-18, 96],
    armRight: [16, -110],
    legLeft: [-10, -14, 0],
    legRight: [16, -30, 0],
    lean: 0,
    head: 6,
    yaw: 0,
  },
  back: {
    armLeft: [-16, -6],
    armRight: [20, 10],
    legLeft: [-5, 0, -0.3],
    legRight: [5, 0, 0.5],
    lean: 2,
    head: 5,
    yaw: 0,
    view: 'back',
  },
} as const satisfies Record<string, Pose>

export type PoseName = keyof typeof poses
