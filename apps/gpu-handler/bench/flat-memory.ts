// Whether memory stays flat over many pages: `node apps/gpu-handler/bench/flat-memory.ts [pages]`, 200 unless told.
// The mean resident memory of each quarter, as a worker keeps it between pages, and the last one's share of the first.
import process from 'node:process'
import { bookUnits } from './book-units.ts'
import { openPress } from './press.ts'

const MEBIBYTE = 2 ** 20
const count = Number(process.argv[2] ?? 200)
await using press = await openPress()
const units = await bookUnits(press.edge)
/** Models, compiled code and the layers kept in memory are there after one round of the book. */
for (const unit of units) await press.make(unit)

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
  const means = [0, 1, 2, 3].map((part) => mean(values.slice(part * quarter, (part + 1) * quarter)))
  const ratio = (means[3] ?? 0) / (means[0] ?? 1)
  return `| ${name} | ${means.map((value) => value.toFixed(0)).join(' | ')} | × ${ratio.toFixed(3)} |`
}
process.stdout.write(
  `| MiB, by ${quarter} pages of ${count} | first | second | third | last | last of first |\n| --- | --- | --- | --- | --- | --- |\n`,
)
process.stdout.write(`${row('resident', resident)}\n${row('heap', heap)}\n`)
