import { foxColours } from '../../animals/fox-head.ts'
import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { ridge, stone } from '../../scenery/land.ts'
import { fir, firRow, grass } from '../../scenery/plants.ts'
import { cloud, sparks, stars } from '../../scenery/sky.ts'
import { boat, campFire, handLantern, ripples } from '../../scenery/things.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { ellipse, path, place, rect, stroke } from '../../svg.ts'

/** A shape and its image in the water below `waterline`. */
const mirrored = (waterline: number, shapes: string): string =>
  `<g transform="translate(0 ${waterline * 2}) scale(1 -1)">${shapes}</g>`

/** Tale's raised paw, for a story told with the whole fox. */
const raisedPaw = (x: number, y: number, scale: number): string =>
  place(
    { x, y, scale },
    stroke('M0,0 Q-30,-14 -46,-52', foxColours.coat, 24) + stroke('M-42,-38 L-48,-58', foxColours.sock, 23),
  )

const teeth = (places: readonly (readonly [x: number, y: number, half: number, length: number])[]): string =>
  places
    .map(([x, y, half, length]) =>
      path(
        `M${x - half},${y - 40} C${x - half * 0.6},${y + length * 0.3} ${x - 4},${y + length * 0.6} ${x},${y + length} ` +
          `C${x + 8},${y + length * 0.5} ${x + half * 0.7},${y + length * 0.3} ${x + half},${y - 40}Z`,
        '#7a4d67',
      ),
    )
    .join('')

const farFirs = firRow({ from: 0, to: 1000, y: 506, count: 22 }, 0.3, '#2c3a72', 5)
export const pages18to20: Illustration[] = [
  {
    seed: 181,
    from: [0.3, -0.8],
    light: {
      grade: { colour: '#a7abdc', opacity: 0.3 },
      lamp: { x: 770, y: 490, radius: 240, colour: '#ffb457', opacity: 0.2 },
    },
    prompt: 'a child and a fox in a small boat on a mirror lake at night, stars above and stars below',
    textBox: box(0.14, 0.08, 0.72, 0.16),
    ink: inks.cream,
    async paint(scene) {
      await scene.sky(
        [0, '#161f4d'],
        [0.3, '#2c3d7c'],
        [0.49, '#8c8fc9'],
        [0.51, '#8c8fc9'],
        [0.7, '#2b3b78'],
        [1, '#141c47'],
      )
      await scene.behind(
        path(
          'M-60,420 C200,300 330,330 560,200 C760,90 900,130 1080,-20 L1080,90 C900,230 760,210 600,310 C380,440 220,400 -60,520Z',
          '#a9a5dc',
        ),
        withBrush(brushes.mist, { opacity: 0.3 }),
      )
      await scene.behind(sparks(70, { x: 0, y: 250, width: 1000, height: 240 }, 7), brushes.detail)
      await scene.behind(stars(46, 260, 8, '#c9d0f5'), brushes.detail)
      await scene.behind(
        path(
          'M-40,508 C100,440 220,470 330,480 C470,430 560,470 690,474 C800,430 920,450 1040,508Z',
          '#4c5a98',
        ),
        brushes.midRidge,
      )
      await scene.behind(farFirs, brushes.farTree)
      await scene.behind(
        mirrored(507, farFirs),
        withBrush(brushes.farTree, { opacity: 0.6, blur: 2, warp: 6 }),
      )
      await scene.behind(
        sparks(90, { x: 0, y: 580, width: 1000, height: 400 }, 17, '#e9ecff'),
        brushes.detail,
      )
      await scene.behind(stroke('M-20,508 H1020', '#c4c3ec', 3, 0.8), brushes.detail)
      await scene.behind(boat(500, 640, 1.75, 'inside', '#a4573f'), brushes.object)
      await scene.fox({
        x: 660,
        y: 634,
        scale: 1,
        pose: 'sit',
        mirrored: true,
        headTurn: -10,
        look: -3,
        lookDown: -3,
      })
      await scene.behind(
        stroke('M790,598 L790,452 Q788,428 760,430', '#5b4136', 9) + handLantern(760, 456, 1.1),
        brushes.object,
      )
      await scene.glow({ x: 760, y: 488, radius: 210, colour: '#ffca7a', opacity: 0.75 })
      await scene.child({
        x: 420,
        y: 612,
        scale: 1.2,
        pose: 'sit',
        joints: { head: -8, armRight: [38, 40], legLeft: [84, -20, 0.8], legRight: [88, -16, 0.8] },
        outfit: wardrobe.day,
      })
      await scene.before(boat(500, 640, 1.75, 'hull', '#a4573f'), brushes.object)
      await scene.before(
        mirrored(
          706,
          boat(500, 640, 1.75, 'hull', '#5d3f5c') +
            ellipse(424, 432, 64, 68, '#2b2a55') +
            path('M372,610 C366,520 388,490 424,490 C460,490 482,520 478,610Z', '#2b3664') +
            ellipse(656, 492, 68, 50, '#6a4450') +
            path(
              'M612,616 C606,556 632,532 656,532 C682,532 704,556 700,616Z M604,470 L610,404 L648,450Z M708,470 L702,404 L664,450Z',
              '#6a4450',
            ),
        ),
        withBrush(brushes.mist, { blur: 5, warp: 8, opacity: 0.6 }),
      )
      await scene.before(
        ellipse(760, 920, 18, 44, '#ffdf9a'),
        withBrush(brushes.mist, { blur: 9, opacity: 0.8 }),
      )
      await scene.before(ripples(712, 790, '#aab0e4', 12, 3, 0.5), brushes.detail)
    },
  },
  {
    seed: 191,
    from: [0.8, 0.4],
    light: {
      grade: { colour: '#b58f86', opacity: 0.3 },
      lamp: { x: 570, y: 760, radius: 380, colour: '#ff9a3c', opacity: 0.24 },
      rim: [1, 0.78, 0.45, 0.4],
    },
    prompt: 'a child sits by a camp fire on a night shore, a fox tells a story with one paw raised',
    textBox: box(0.12, 0.08, 0.76, 0.17),
    ink: inks.cream,
    async paint(scene) {
      await scene.sky([0, '#0f2e3d'], [0.35, '#1c4a56'], [0.6, '#3f6f6c'], [1, '#3f6f6c'])
      await scene.behind(sparks(40, { x: 0, y: 20, width: 1000, height: 430 }, 5, '#f6eccb'), brushes.detail)
      await scene.behind(ridge(480, 40, 4, '#2d5a62', { sharp: true }), brushes.farRidge)
      await scene.behind(rect(-60, 540, 1120, 140, '#3b6a70'), brushes.ground)
      await scene.behind(ripples(545, 670, '#8fb3a6', 40, 6, 0.5), brushes.detail)
      await scene.behind(
        fir(70, 700, 2.1, '#173f45', 3) + fir(215, 690, 1.5, '#1d4a4e', 4) + fir(950, 700, 1.9, '#173f45', 6),
        brushes.tree,
      )
      await scene.behind(ridge(682, 12, 9, '#5b4a46'), brushes.ground)
      await scene.behind(ellipse(560, 830, 470, 120, '#d98643'), withBrush(brushes.mist, { opacity: 0.75 }))
      await scene.glow({ x: 565, y: 740, radius: 330, colour: '#ffab52', opacity: 0.7 })
      await scene.shadow(330, 822, 140, '#3a2c3a', 0.42)
      await scene.shadow(825, 850, 110, '#3a2c3a', 0.42)
      await scene.behind(
        stone(470, 868, 34, '#7c6460') +
          stone(660, 868, 36, '#735a5a') +
          stone(525, 884, 32, '#6c5556') +
          stone(600, 886, 36, '#7c6460'),
        brushes.object,
      )
      await scene.behind(campFire(566, 862, 1.55), brushes.object)
      await scene.glow({ x: 566, y: 790, radius: 150, colour: '#ffdf8a', opacity: 0.7 })
      await scene.fox({
        x: 820,
        y: 850,
        scale: 1.5,
        pose: 'sit',
        mirrored: true,
        mood: 'telling',
        headTurn: 6,
      })
      await scene.behind(raisedPaw(778, 756, 1.5), brushes.figure)
      await scene.child({
        x: 285,
        y: 775,
        scale: 1.5,
        pose: 'sitGround',
        joints: {
          head: 4,
          lean: 0,
          legLeft: [78, -20, 0.9],
          legRight: [96, -88, 0.9],
          armLeft: [30, 50],
          armRight: [40, 62],
        },
        outfit: wardrobe.day,
      })
      await scene.before(
        sparks(26, { x: 480, y: 420, width: 190, height: 330 }, 8, '#ffd27a'),
        brushes.detail,
      )
      await scene.before(
        grass(-20, 210, 1020, 120, ['#1d3b3c', '#2a4a45', '#3a3f38'], 60, 4) +
          grass(860, 1020, 1020, 100, ['#1d3b3c', '#2a4a45'], 40, 5),
        brushes.grass,
      )
    },
  },
  {
    seed: 201,
    from: [-0.7, -0.5],
    light: { grade: { colour: '#d0a0a6', opacity: 0.3 }, rim: [1, 0.8, 0.6, 0.3] },
    prompt: 'a child and a fox stand before the huge open mouth of a mountain at dusk',
    textBox: box(0.12, 0.83, 0.76, 0.095),
    ink: inks.cream,
    async paint(scene) {
      await scene.sky([0, '#8d5f8c'], [0.3, '#e08e7d'], [0.6, '#f8cf9a'], [1, '#f8cf9a'])
      await scene.behind(cloud(130, 210, 1, '#f2b19a', 3) + cloud(900, 150, 0.9, '#d58f9a', 6), brushes.cloud)
      await scene.behind(ridge(500, 60, 4, '#b98192', { sharp: true }), brushes.farRidge)
      await scene.behind(
        path(
          'M-90,1100 L-90,640 C20,600 60,420 150,350 C220,300 230,200 310,150 C380,110 400,40 490,24 C570,16 610,90 680,120 C770,160 790,280 860,340 C940,410 980,590 1090,640 L1090,1100Z',
          '#a0687c',
        ),
        withBrush(brushes.ground, { volume: 0.6, volumeBlur: 16, rim: [1, 0.8, 0.6, 0.4] }),
      )
      await scene.behind(
        path(
          'M310,150 C380,110 400,40 490,24 C570,16 610,90 680,120 C640,150 600,120 560,150 C520,180 480,130 440,164 C400,190 360,150 310,150Z',
          '#f6dcd2',
        ) +
          stroke('M280,250 q60,-44 130,-20 M590,230 q70,-30 130,24', '#7d4c66', 12, 0.8) +
          ellipse(352, 264, 26, 13, '#6b4260') +
          ellipse(654, 264, 26, 13, '#6b4260') +
          stroke(
            'M180,420 q-40,120 -70,200 M838,430 q36,110 80,190 M500,190 q-14,46 6,70',
            '#8a566e',
            7,
            0.7,
          ),
        brushes.ground,
      )
      await scene.behind(
        path('M10,860 C14,440 150,300 500,294 C850,300 986,440 990,860Z', '#7a4d67'),
        brushes.ground,
      )
      await scene.behind(
        path('M54,870 C58,480 180,334 500,328 C820,334 942,480 946,870Z', '#35264d'),
        withBrush(brushes.ground, { wash: 0.2 }),
      )
      await scene.behind(
        path('M260,870 C270,700 360,600 500,600 C650,600 740,700 748,870Z', '#57365f'),
        withBrush(brushes.mist, { opacity: 0.8 }),
      )
      await scene.behind(
        teeth([
          [118, 520, 36, 130],
          [884, 520, 36, 140],
          [168, 440, 24, 80],
          [832, 440, 24, 86],
        ]),
        brushes.object,
      )
      await scene.behind(ridge(792, 12, 8, '#7d4f62'), brushes.ground)
      await scene.behind(path('M-60,850 C240,818 760,818 1060,850 V1090 H-60Z', '#4f3050'), brushes.ground)
      await scene.behind(
        stone(110, 840, 90, '#7a5068') +
          stone(890, 838, 100, '#74496a') +
          stone(780, 822, 40, '#8d5f74') +
          stone(225, 822, 38, '#8d5f74'),
        brushes.object,
      )
      await scene.shadow(400, 816, 90, '#4a2c50', 0.42)
      await scene.shadow(650, 812, 96, '#4a2c50', 0.42)
      await scene.fox({
        x: 650,
        y: 806,
        scale: 1,
        pose: 'sit',
        mirrored: true,
        headTurn: -6,
        look: 3,
        mood: 'worried',
      })
      await scene.child({
        x: 400,
        y: 636,
        scale: 1.15,
        pose: 'stand',
        joints: { armRight: [58, -30], armLeft: [-40, -10], head: -7, lean: -4, yaw: 0.2 },
        outfit: wardrobe.day,
      })
      await scene.before(
        grass(-20, 250, 1020, 90, ['#5b3a52', '#73475a', '#8a5a5e'], 70, 4) +
          grass(800, 1020, 1020, 100, ['#5b3a52', '#73475a'], 60, 5),
        brushes.grass,
      )
    },
  },
]
