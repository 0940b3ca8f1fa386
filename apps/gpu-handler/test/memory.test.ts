import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import sharp from 'sharp'
import { test } from 'vitest'
import { createJobHandler } from '../src/handle-job.ts'
import { drawArt } from './book-art.ts'
import { startFakeEdge } from './fake-edge.ts'
import { bookPageUnit, jobContext, makeWorkshop, printMasterUnit } from './units.ts'

const MEGABYTE = 1_000_000

test('memory stays flat over sixty units', async ({ expect }) => {
  const folder = await mkdtemp(join(tmpdir(), 'gpu-handler-'))
  const edge = await startFakeEdge()
  const art = await drawArt()
  const person = await sharp(art.background).png({ compressionLevel: 1 }).toBuffer()
  const unit = printMasterUnit(edge, bookPageUnit(edge, art, person), person)
  const handle = createJobHandler(makeWorkshop(edge, folder, 'http://127.0.0.1:1'))
  const heldMb: number[] = []
  for (let done = 0; done < 60; done++) {
    await handle({ id: 'job', input: unit }, jobContext())
    heldMb.push(process.memoryUsage().rss / MEGABYTE)
  }
  await edge.close()
  await rm(folder, { recursive: true })
  // A unit handles about 30 MB of pixels: were they kept, forty units would hold more than a gigabyte.
  const early = Math.max(...heldMb.slice(10, 20))
  const late = Math.max(...heldMb.slice(50))
  expect(late - early).toBeLessThan(150)
}, 60_000)
