import { join } from 'node:path'
import process from 'node:process'
import sharp from 'sharp'
import { createJobHandler } from '../src/handle-job.ts'
import { drawArt } from './book-art.ts'
import { bookPageUnit, jobContext, makeWorkshop, readPortrait } from './units.ts'
import { openWorkplace } from './workplace.ts'

sharp.concurrency(1)
sharp.cache(false)
const place = await openWorkplace()
const workshop = makeWorkshop(place.edge, join(place.folder, 'cache'), place.comfy.url, place.comfyFolder)
const handle = createJobHandler(workshop)
const art = await drawArt(1536)
const photo = await readPortrait()
for (const printPx of [undefined, 2625, undefined, 2625, undefined, 2625]) {
  await handle(
    {
      id: 'j',
      input: bookPageUnit(place.edge, art, photo, { artPx: 1536, ...(printPx ? { printPx } : {}) }),
    },
    jobContext(),
  )
  const last: any = place.edge.heard.at(-1)
  console.log(
    printPx,
    JSON.stringify(last.result.timingsMs ?? last.result),
    JSON.stringify(last.result.scores),
  )
}
await place[Symbol.asyncDispose]()
process.exit(0)
