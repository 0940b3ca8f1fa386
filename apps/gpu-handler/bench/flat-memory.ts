// Whether memory stays flat over many pages: `node apps/gpu-handler/bench/flat-memory.ts [pages]`, 200 unless told.
// Compares the last quarter's mean resident memory with the first's, as a worker keeps it between pages.
import process from 'node:process'
import { bookUnits } from './book-units.ts'
import { openPress } from './press.ts'

const MEBIBYTE = 2 ** 20
const count = Number(process.argv[2] ?? 200)
await using press = await openPress()
const units = await bookUnits(press.edge)
/** Models, compiled code and the layers kept in memory are there after one round of the book. */
for (const unit of units.slice(0, 8)) await press.make(unit)

const resident: number[] = []
const heap: number[] = []
for (let page = 0; page < count; page++) {
  const unit = units[page % units.length]
  if (!unit) throw new Error('the book has no page')
  await press.make(unit)
  const { rss, heapUsed } = process.memoryUsage()
  resident.push(rss / MEBIBYTE)
  heap.push(heapUsed / MEBIBYTE)
}

const quarter = Math.floor(count / 4)
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const row = (name: string, values: readonly number[]) => {
  const [early, late] = [mean(values.slice(0, quarter)), mean(values.slice(-quarter))]
  return `| ${name} | ${early.toFixed(0)} | ${late.toFixed(0)} | × ${(late / early).toFixed(3)} |`
}
process.stdout.write(
  `| MiB over ${count} pages | first ${quarter} | last ${quarter} | ratio |\n| --- | --- | --- | --- |\n`,
)
process.stdout.write(`${row('resident', resident)}\n${row('heap', heap)}\n`)
