import { ellipse, path, place, stroke } from '../../svg.ts'

const iron = '#4f3d3a'

/** The three looks of the lantern's glass: no light at all, its first glow, and laughter. */
type Glass = 'cold' | 'kindling' | 'laughing'

const glassColour: Record<Glass, string> = { cold: '#323c58', kindling: '#5d4a55', laughing: '#ffc658' }

const inside: Record<Glass, string> = {
  cold:
    path('M-70,-96 L-30,-96 L-58,110 L-64,110Z', '#5a6b8c', 'opacity="55%"') +
    path('M-8,126 L-4,96 H4 L8,126Z', '#232a40') +
    stroke('M0,96 q3,-8 -2,-16', '#232a40', 4),
  kindling:
    ellipse(0, 70, 62, 58, '#b5703f', 0.75) +
    ellipse(0, 78, 40, 44, '#f0a24c', 0.9) +
    path('M0,26 C20,56 24,84 0,104 C-24,84 -20,56 0,26Z', '#ffd97e') +
    path('M0,60 C10,76 12,90 0,100 C-12,90 -10,76 0,60Z', '#fffbe4') +
    path('M-8,126 L-4,100 H4 L8,126Z', '#5b3a2e'),
  laughing:
    ellipse(0, 20, 66, 92, '#ffe08c') +
    ellipse(0, 34, 44, 64, '#fff3c4') +
    stroke('M-46,-34 q16,-20 32,0 M14,-34 q16,-20 32,0', '#8a4a1e', 8) +
    path('M-34,2 Q0,14 34,2 C32,54 -32,54 -34,2Z', '#a8502a') +
    ellipse(0, 36, 18, 9, '#f2a07a') +
    ellipse(-58, 2, 16, 10, '#f58f54', 0.7) +
    ellipse(58, 2, 16, 10, '#f58f54', 0.7),
}

const snow =
  path(
    'M-66,-152 C-40,-176 40,-176 66,-152 L108,-112 C96,-100 84,-112 72,-104 C58,-94 44,-112 26,-106 C8,-100 -8,-112 -28,-104 C-48,-98 -62,-112 -78,-104 C-92,-98 -104,-104 -108,-112Z',
    '#e6eef8',
  ) + path('M-62,-112 l5,34 l6,-32Z M40,-110 l6,44 l7,-44Z M-8,-108 l4,24 l5,-24Z', '#d5e4f4')

/** The lantern of the story close by: its glass 240 units tall at scale 1 around (x, y), its post going down from there. */
export const storyLantern = (
  at: { x: number; y: number; scale?: number; turn?: number },
  glass: Glass,
  postLength = 620,
): string =>
  place(
    at,
    path(`M-15,150 L-18,${150 + postLength} H18 L15,150Z`, iron) +
      path('M-34,176 H34 L28,196 H-28Z', iron) +
      stroke('M-40,-148 Q0,-216 40,-148', iron, 12) +
      path('M-62,-150 H62 L104,-112 H-104Z', iron) +
      path('M-92,-112 H92 L72,126 H-72Z', glassColour[glass]) +
      inside[glass] +
      stroke('M-92,-112 L-72,126 M92,-112 L72,126', iron, 11) +
      path('M-92,126 H92 L74,156 H-74Z', iron) +
      (glass === 'laughing' ? '' : snow),
  )
