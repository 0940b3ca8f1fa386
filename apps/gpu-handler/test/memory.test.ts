import { join } from 'node:path'
import process from 'node:process'
import sharp from 'sharp'
import { test } from 'vitest'
import { createJobHandler } from '../src/handle-job.ts'
import { drawArt } from './book-art.ts'
import {
  bookPageUnit,
  checkPhotoUnit,
  jobContext,
  makeWorkshop,
  printMasterUnit,
  readPortrait,
} from './units.ts'
import { openWorkplace } from './workplace.ts'

const MEGABYTE = 1_000_000
const ART_PX = 256

test('memory stays flat over sixty units, photos and prints in turn', async ({ expect }) => {
  await using place = await openWorkplace()
  const { edge, folder, comfy, comfyFolder } = place
  const art = await drawArt(ART_PX)
  const person = await sharp(art.background).png({ compressionLevel: 1 }).toBuffer()
  const master = printMasterUnit(edge, bookPageUnit(edge, art, person, { artPx: ART_PX }), person)
  const check = checkPhotoUnit(edge, await readPortrait())
  const handle = createJobHandler(makeWorkshop(edge, join(folder, 'cache'), comfy.url, comfyFolder))
  const heldMb: number[] = []
  for (let done = 0; done < 60; done++) {
    const input = done % 2 === 0 ? master : check
    const output = await handle({ id: 'job', input }, jobContext())
    expect(output).toMatchObject({ outcome: input === master ? 'made' : 'accepted' })
    heldMb.push(process.memoryUsage().rss / MEGABYTE)
  }
  // A print holds 4 MB of pixels and a check as much, with the detector's tensors: were they kept, the 35 units between
  // the two measurements would hold 140 MB.
  const early = Math.max(...heldMb.slice(10, 20))
  const late = Math.min(...heldMb.slice(50))
  expect(late - early).toBeLessThan(90)
}, 300_000)
