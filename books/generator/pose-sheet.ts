import { writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { type FoxPose, fox } from './animals/fox.ts'
import { owl } from './animals/owl.ts'
import { drawChild } from './rig/child.ts'
import { wardrobe } from './rig/outfit.ts'
import { paintedFace } from './rig/painted-face.ts'
import { type PoseName, poses } from './rig/poses.ts'
import { artColours } from './scene.ts'
import { rect } from './svg.ts'

// node books/generator/pose-sheet.ts FILE.png: every pose of the child, the fox and the owl, flat, to choose from

const cell = { width: 300, height: 380 }
const columns = 8
const outfits = Object.values(wardrobe)

type Place = { x: number; y: number }

const childCell = (pose: PoseName, index: number, { x, y }: Place): string => {
  const outfit = outfits[index % outfits.length] ?? wardrobe.coat
  const figure = drawChild({ x, y: y + 230, scale: 0.86, pose, outfit, ...artColours })
  const hair = figure.hair.tousled
  const face = figure.face ? paintedFace(figure.face) : ''
  const body = figure.parts.map((part) => part.shapes).join('')
  return (hair?.back ?? '') + body + face + (hair?.front ?? '') + figure.headwear
}

const foxPoses: readonly FoxPose[] = ['sit', 'sitSide', 'walk', 'run', 'leap', 'rear', 'curl', 'lie', 'back']

const drawings: readonly { name: string; draw: (at: Place, index: number) => string }[] = [
  ...(Object.keys(poses) as PoseName[]).map((name) => ({
    name,
    draw: (at: Place, index: number) => childCell(name, index, at),
  })),
  ...foxPoses.map((pose) => ({
    name: `fox ${pose}`,
    draw: ({ x, y }: Place) => fox({ x: x + 20, y: y + 330, scale: 0.74, pose }),
  })),
  {
    name: 'fox, paw up, tail before it',
    draw: ({ x, y }) =>
      fox({ x, y: y + 330, scale: 0.9, pose: 'sit', paw: 'right', tail: 'front', mood: 'telling' }),
  },
  {
    name: 'owl, a wing held out',
    draw: ({ x, y }) => owl({ x, y: y + 330, scale: 2.2, wingTo: { x: x - 130, y: y + 260 } }),
  },
]

const cells = drawings.map(({ name, draw }, index) => {
  const left = (index % columns) * cell.width
  const top = Math.floor(index / columns) * cell.height
  const label = `<text x="${left + 10}" y="${top + 22}" font-family="sans-serif" font-size="17">${name}</text>`
  return draw({ x: left + cell.width / 2, y: top }, index) + label
})
const [file] = process.argv.slice(2)
if (!file) throw new Error('say where the sheet should be written')
const width = columns * cell.width
const height = Math.ceil(drawings.length / columns) * cell.height
const sheet = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${rect(0, 0, width, height, '#f3efe4')}${cells.join('')}</svg>`
await writeFile(file, await sharp(Buffer.from(sheet), { unlimited: true }).png().toBuffer())
