import { furLimb } from '../animals/fur-limb.ts'
import { shade } from '../colour.ts'
import { short } from '../svg.ts'
import { type Drawing, nothing, oval, type Pencil, together } from './drawing.ts'
import type { Skeleton } from './skeleton.ts'

export type Outfit = {
  kind: 'dungarees' | 'pyjamas' | 'coat'
  main: string
  second: string
  shoes: string
  /** Stripes of the shirt under dungarees. */
  stripe?: string
  /** Legs under a coat. */
  trousers?: string
  scarf?: string
  hat?: string
}

const denim = '#4d7393'
const redBoots = '#b84f3c'

/**
 * What the child wears through the story: pyjamas at home; dungarees; and the yellow coat over them, with its hood in the
 * rain, at night and in the cold.
 */
export const wardrobe = {
  night: { kind: 'pyjamas', main: '#8aa9c6', second: '#fff3d6', shoes: '#d48d74' },
  day: { kind: 'dungarees', main: denim, second: '#f5e8cf', stripe: '#c8604a', shoes: redBoots },
  coat: {
    kind: 'coat',
    main: '#efb43a',
    second: '#fdf0cf',
    shoes: redBoots,
    trousers: denim,
    scarf: '#c9553f',
  },
} as const satisfies Record<string, Outfit>

export const hasTrousers = (outfit: Outfit): boolean =>
  outfit.kind === 'dungarees' || outfit.kind === 'pyjamas'
export const sleeveColour = (outfit: Outfit): string =>
  outfit.kind === 'dungarees' ? outfit.second : outfit.main
export const hasCuffs = (outfit: Outfit): boolean => outfit.kind !== 'dungarees'

/** `straps` lie over the seams of the shoulders, `collar` over everything. */
type Torso = { body: Drawing; straps: Drawing; collar: Drawing }

const bodyOutline = ({ torso }: Skeleton, bottom: number, flare: number): string =>
  `M${torso(-0.95, 0.1)} C${torso(-0.6, 0)} ${torso(0.6, 0)} ${torso(0.95, 0.1)} ` +
  `C${torso(1.12, 0.35)} ${torso(1, 0.6)} ${torso(1.02 * flare, bottom)} ` +
  `C${torso(0.4, bottom + 0.1)} ${torso(-0.4, bottom + 0.1)} ${torso(-1.02 * flare, bottom)} ` +
  `C${torso(-1, 0.6)} ${torso(-1.12, 0.35)} ${torso(-0.95, 0.1)}Z`

/** A coat hangs in an A from the shoulders and follows the knees. */
const coatOutline = ({ torso, legLeft, legRight }: Skeleton): string => {
  const kneeY = (legLeft.joint.y + legRight.joint.y) / 2
  const hem = Math.min(40, Math.max(22, kneeY * 0.62 + 6))
  const left = Math.min(-46, Math.min(legLeft.joint.x, legRight.joint.x) * 0.8 - 24)
  const right = Math.max(46, Math.max(legLeft.joint.x, legRight.joint.x) * 0.8 + 24)
  return (
    `M${torso(-0.95, 0.1)} C${torso(-0.6, 0)} ${torso(0.6, 0)} ${torso(0.95, 0.1)} ` +
    `C${torso(1.1, 0.35)} ${torso(0.95, 0.55)} ${torso(1.05, 0.66)} ` +
    `C${right * 0.72},0 ${right * 0.94},${hem * 0.6} ${right},${hem - 4} ` +
    `Q${(left + right) / 2},${hem + 16} ${left},${hem - 4} ` +
    `C${left * 0.94},${hem * 0.6} ${left * 0.72},0 ${torso(-1.05, 0.66)} ` +
    `C${torso(-0.95, 0.55)} ${torso(-1.1, 0.35)} ${torso(-0.95, 0.1)}Z`
  )
}

const dot = (pencil: Pencil, centre: string, radius: number, colour: string): Drawing => {
  const [x = 0, y = 0] = centre.split(',').map(Number)
  return pencil.fill(oval(x, y, radius, radius), colour, 'clothes')
}

const star = (pencil: Pencil, centre: string, colour: string): Drawing => {
  const [x = 0, y = 0] = centre.split(',').map(Number)
  const outline = `M${x},${y - 6} l1.8,4 4.2,.4 -3.2,2.8 1,4.2 -3.8,-2.3 -3.8,2.3 1,-4.2 -3.2,-2.8 4.2,-.4Z`
  return pencil.fill(outline, colour, 'clothes')
}

/** Degrees from which an arm points over to the other side. */
const crossing = 15

const dungarees = (pencil: Pencil, outfit: Outfit, skeleton: Skeleton): Omit<Torso, 'collar'> => {
  const { torso } = skeleton
  const stripes = [0.2, 0.34, 0.48].map((down) =>
    pencil.line(
      `M${torso(-0.98, down)} Q${torso(0, down + 0.05)} ${torso(0.98, down)}`,
      outfit.stripe ?? outfit.main,
      4,
      0.75,
    ),
  )
  const strap = (side: -1 | 1): Drawing =>
    pencil.fill(
      skeleton.pose.view === 'back'
        ? `M${torso(0.6 * side, 0.05)} L${torso(0.38 * side, 0.05)} L${torso(-0.5 * side, 0.66)} L${torso(-0.25 * side, 0.66)}Z`
        : `M${torso(0.72 * side, 0.05)} L${torso(0.5 * side, 0.04)} L${torso(0.36 * side, 0.38)} L${torso(0.56 * side, 0.38)}Z`,
      outfit.main,
      'clothes',
    )
  const trousersTop = `M${torso(-1.04, 0.62)} Q${torso(0, 0.68)} ${torso(1.04, 0.62)} L${torso(1.1, 1.06)} Q${torso(0, 1.25)} ${torso(-1.1, 1.06)}Z`
  const bib = `M${torso(-0.55, 0.34)} Q${torso(0, 0.38)} ${torso(0.55, 0.34)} L${torso(0.62, 0.7)} L${torso(-0.62, 0.7)}Z`
  const pocket = `M${torso(-0.26, 0.48)} L${torso(0.26, 0.48)} L${torso(0.22, 0.66)} L${torso(-0.22, 0.66)}Z`
  const buttons = [-0.45, 0.45].map((across) => dot(pencil, torso(across, 0.38), 3.6, '#f3cf72'))
  const fromBehind = skeleton.pose.view === 'back'
  const front = fromBehind
    ? nothing
    : together(
        pencil.fill(bib, outfit.main, 'clothes'),
        pencil.fill(pocket, shade(outfit.main, -0.12), 'clothes'),
      )
  const straps = together(strap(-1), strap(1), ...(fromBehind ? [] : buttons))
  const body = together(
    pencil.fill(bodyOutline(skeleton, 1.02, 1), outfit.second, 'clothes'),
    ...stripes,
    pencil.fill(trousersTop, outfit.main, 'clothes'),
    front,
  )
  // An arm that crosses the chest lies before the straps.
  const { armLeft, armRight } = skeleton.pose
  const crossed = skeleton.pose.view === 'side' && (armLeft[0] > crossing || armRight[0] < -crossing)
  return crossed ? { body: together(body, straps), straps: nothing } : { body, straps }
}

const pyjamas = (pencil: Pencil, outfit: Outfit, skeleton: Skeleton): Torso => {
  const { torso } = skeleton
  const stars = [
    torso(-0.5, 0.35),
    torso(0.45, 0.42),
    torso(-0.2, 0.65),
    torso(0.6, 0.8),
    torso(-0.65, 0.92),
    torso(0.1, 0.98),
  ].map((centre) => star(pencil, centre, outfit.second))
  const lapel = (side: -1 | 1): Drawing =>
    pencil.fill(
      `M${torso(0.5 * side, 0.02)} L${torso(0.08 * side, 0.26)} L${torso(0.5 * side, 0.22)}Z`,
      outfit.second,
      'clothes',
    )
  const buttons = [0.4, 0.62, 0.84].map((down) => dot(pencil, torso(0, down), 2.8, outfit.second))
  return {
    body: together(pencil.fill(bodyOutline(skeleton, 1.14, 1.14), outfit.main, 'clothes'), ...stars),
    straps: nothing,
    collar: skeleton.pose.view === 'back' ? nothing : together(lapel(-1), lapel(1), ...buttons),
  }
}

const coat = (pencil: Pencil, outfit: Outfit, skeleton: Skeleton): Drawing => {
  const { torso } = skeleton
  const outline = pencil.fill(coatOutline(skeleton), outfit.main, 'clothes')
  const seam = shade(outfit.main, -0.32)
  if (skeleton.pose.view === 'back') {
    const hood =
      `M${torso(-0.78, 0.02)} C${torso(-0.95, 0.3)} ${torso(-0.5, 0.56)} ${torso(0, 0.66)} ` +
      `C${torso(0.5, 0.56)} ${torso(0.95, 0.3)} ${torso(0.78, 0.02)}Z`
    return together(
      outline,
      pencil.line(`M${torso(0, 0.6)} L${torso(0, 1.3)}`, seam, 2, 0.5),
      pencil.fill(hood, shade(outfit.main, -0.05), 'clothes'),
      pencil.line(`M${torso(0, 0.26)} L${torso(0, 0.62)}`, seam, 1.6, 0.4),
    )
  }
  const pocket = (side: -1 | 1): Drawing => {
    const across = (share: number): number => side * share + (side > 0 ? 0.08 : 0)
    const bag = `M${torso(across(0.88), 0.87)} L${torso(across(0.4), 0.88)} L${torso(across(0.43), 1.05)} L${torso(across(0.9), 1.04)}Z`
    const flap = `M${torso(across(0.91), 0.83)} L${torso(across(0.38), 0.84)} L${torso(across(0.4), 0.92)} L${torso(across(0.92), 0.91)}Z`
    return together(
      pencil.fill(bag, shade(outfit.main, -0.08), 'clothes'),
      pencil.fill(flap, shade(outfit.main, -0.03), 'clothes'),
    )
  }
  return together(
    outline,
    pencil.line(`M${torso(0.05, 0.1)} L${torso(0.05, 1.34)}`, seam, 2.4, 0.7),
    ...[0.34, 0.58, 0.8].map((down) => dot(pencil, torso(0.2, down), 4.2, outfit.second)),
    pocket(-1),
    pocket(1),
  )
}

/** The end of a scarf that the wind takes along, with its fringe. */
const flyingEnd = (pencil: Pencil, colour: string, { neck }: Skeleton, wind: number): Drawing => {
  const x = (away: number): number => neck.x + away * wind
  const lift = 10 * Math.abs(wind)
  const fringe = [-6, 0, 6]
    .map(
      (down) =>
        `M${short(x(92))},${short(neck.y + 10 - lift + down)} l${short(9 * wind)},${short(down * 0.3 - 1)}`,
    )
    .join(' ')
  return together(
    pencil.line(fringe, shade(colour, -0.1), 3.4, 1),
    pencil.fill(
      furLimb([
        [x(8), neck.y + 15, 9],
        [x(34), neck.y + 12 - lift * 0.4, 10],
        [x(62), neck.y + 24 - lift, 10.5],
        [x(86), neck.y + 10 - lift, 10],
      ]),
      shade(colour, -0.06),
      'clothes',
    ),
  )
}

const scarf = (pencil: Pencil, colour: string, skeleton: Skeleton): Drawing => {
  const { torso, pose } = skeleton
  return together(
    pose.wind ? flyingEnd(pencil, colour, skeleton, pose.wind) : nothing,
    pencil.fill(
      `M${torso(-0.6, -0.06)} C${torso(-0.3, 0.1)} ${torso(0.3, 0.1)} ${torso(0.6, -0.06)} ` +
        `C${torso(0.98, -0.02)} ${torso(0.98, 0.2)} ${torso(0.6, 0.26)} C${torso(0.3, 0.32)} ${torso(-0.3, 0.32)} ` +
        `${torso(-0.6, 0.26)} C${torso(-0.98, 0.2)} ${torso(-0.98, -0.02)} ${torso(-0.6, -0.06)}Z`,
      colour,
      'clothes',
    ),
    pose.view === 'back' || pose.wind
      ? nothing
      : pencil.fill(
          `M${torso(0.3, 0.2)} L${torso(0.72, 0.16)} L${torso(0.86, 0.66)} L${torso(0.44, 0.7)}Z`,
          colour,
          'clothes',
        ),
  )
}

/** Everything worn on the body; sleeves and trouser legs are drawn with the limbs. */
export const drawTorso = (pencil: Pencil, outfit: Outfit, skeleton: Skeleton): Torso => {
  const warm = outfit.scarf ? scarf(pencil, outfit.scarf, skeleton) : nothing
  if (outfit.kind === 'pyjamas') {
    const torso = pyjamas(pencil, outfit, skeleton)
    return { ...torso, collar: together(torso.collar, warm) }
  }
  if (outfit.kind === 'dungarees') return { ...dungarees(pencil, outfit, skeleton), collar: warm }
  return { body: coat(pencil, outfit, skeleton), straps: nothing, collar: warm }
}
