/** The third number turns the foot: -1 points left, 0 at the viewer, 1 right; null hides it. */
type Leg = readonly [hip: number, knee: number, foot: number | null]

/** Angles in degrees: 0 hangs straight down, positive turns towards screen right; elbow and knee add to the bone above. */
export type Pose = {
  armLeft: readonly [shoulder: number, elbow: number]
  armRight: readonly [shoulder: number, elbow: number]
  legLeft: Leg
  legRight: Leg
  lean: number
  head: number
  /** How far the face turns: 0 is straight at the viewer, 1 a profile. */
  yaw: number
  /** Seen from the side (far limbs behind the body) or from behind (no face). */
  view?: 'side' | 'back'
  /** A thigh that points at the viewer looks shorter. */
  thighLength?: number
  shinLength?: number
  /** Knees before the body: somebody who sits and faces the viewer. */
  kneesFirst?: boolean
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
  /** On a wall or a branch, facing the viewer, legs dangling. */
  dangle: {
    armLeft: [-34, 8],
    armRight: [34, -8],
    legLeft: [-40, 40, -0.35],
    legRight: [40, -40, 0.35],
    thighLength: 0.38,
    kneesFirst: true,
    lean: 0,
    head: 4,
    yaw: 0.1,
  },
  /** On the ground, knees drawn up and held. */
  hugKnees: {
    armLeft: [-10, 62],
    armRight: [10, -62],
    legLeft: [-158, 152, -0.3],
    legRight: [158, -152, 0.3],
    thighLength: 0.42,
    kneesFirst: true,
    lean: 0,
    head: 4,
    yaw: 0,
  },
  /** Cross-legged. */
  crossLegged: {
    armLeft: [-30, 38],
    armRight: [30, -38],
    legLeft: [-64, 142, -0.6],
    legRight: [64, -142, 0.6],
    kneesFirst: true,
    lean: 0,
    head: 2,
    yaw: 0,
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
  /** On both knees, feet behind. */
  kneel: {
    armLeft: [-16, 60],
    armRight: [16, -60],
    legLeft: [-14, 8, null],
    legRight: [14, -8, null],
    thighLength: 0.66,
    shinLength: 0.2,
    lean: 0,
    head: 4,
    yaw: 0.1,
  },
  /** On the knees, arms thrown round somebody to the right. */
  hug: {
    armLeft: [78, 14],
    armRight: [66, 34],
    legLeft: [-6, 6, null],
    legRight: [22, -12, null],
    thighLength: 0.66,
    shinLength: 0.2,
    lean: 9,
    head: 8,
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
  /** Stretched out, hands under the head. */
  lie: {
    armLeft: [-122, 240],
    armRight: [122, -240],
    legLeft: [-6, 4, -0.5],
    legRight: [14, -18, 0.5],
    lean: 0,
    head: 0,
    yaw: 0,
  },
  /** Feet planted, pulling back something that is being torn away to the right. */
  pull: {
    armLeft: [72, 22],
    armRight: [82, 12],
    legLeft: [10, -22, 0.8],
    legRight: [56, -44, 0.9],
    lean: -24,
    head: -4,
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
