import { brushes, withBrush } from '../../paint/brush.ts'
import { wardrobe } from '../../rig/outfit.ts'
import { leaf, spray, trunk } from '../../scenery/plants.ts'
import { bokeh } from '../../scenery/sky.ts'
import { box, type Illustration, inks } from '../../story.ts'
import { owlsMap } from './owls-map.ts'
import { whisperingWood } from './whispering-wood.ts'

const autumnLeaves = ['#c9622f', '#dd8f3c', '#a94a33', '#e3ae4c'] as const

export const pages10to12: Illustration[] = [
  owlsMap,
  whisperingWood,
  {
    seed: 118,
    from: [-0.7, -0.7],
    light: { grade: { colour: '#f3c58f', opacity: 0.14 } },
    prompt:
      'close portrait of a child in a yellow coat and red scarf cheek to cheek with a smiling fox in an autumn forest',
    expression: 'happy',
    textBox: box(0.16, 0.085, 0.68, 0.16),
    ink: inks.dark,
    async paint(scene) {
      await scene.sky([0, '#f6e2ae'], [0.5, '#efc083'], [1, '#cf8d56'])
      await scene.glow({ x: 300, y: 170, radius: 560, colour: '#fff3c8', opacity: 0.85 })
      await scene.behind(
        bokeh(22, ['#f7d58b', '#f0b266', '#e79a5c', '#f7e6b4', '#eec27a'], 5),
        withBrush(brushes.cloud, { blur: 10, opacity: 0.6 }),
      )
      await scene.behind(
        trunk(60, 34, '#a9693f') + trunk(955, 46, '#9a5e3c'),
        withBrush(brushes.object, { blur: 4 }),
      )
      await scene.behind(
        Array.from({ length: 16 }, (_, index) =>
          leaf(
            (index * 211) % 1000,
            300 + ((index * 157) % 420),
            34 + (index % 4) * 8,
            index * 57,
            ['#d9793c', '#e3a545', '#b9533a'][index % 3] ?? '#d9793c',
            false,
          ),
        ).join(''),
        withBrush(brushes.flower, { blur: 2 }),
      )
      await scene.fox({ x: 715, y: 1010, scale: 2.3, pose: 'sit', mood: 'happy', headTurn: -12 })
      await scene.child({
        x: 350,
        y: 1010,
        scale: 2.4,
        pose: 'stand',
        outfit: wardrobe.coat,
        joints: { head: 9, armLeft: [-16, -6], armRight: [34, 50] },
      })
      await scene.before(
        spray(-20, 1060, 8, 260, 8, 84, autumnLeaves, 4) +
          spray(1020, 1070, 8, 250, -78, -12, autumnLeaves, 9),
        brushes.foreground,
      )
    },
  },
]
