import { readFile, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { encodePreviews } from '../src/images/encode.ts'
import { resizeSquare, toRaw } from '../src/images/raw-image.ts'
const bg = await resizeSquare(await toRaw(sharp(process.argv[2]), 3), 1024)
const { preview } = await encodePreviews(bg)
await writeFile('/tmp/preview.png', await sharp(preview.bytes).png().toBuffer())
