// Where the time of a paid page goes when the sampler is a stand-in: `node apps/gpu-handler/bench/draft-pages.ts [pages]`.
import process from 'node:process'
import { bookUnits } from './book-units.ts'
import { openPress } from './press.ts'

const count = Number(process.argv[2] ?? 12)
await using press = await openPress()
const [first, ...units] = await bookUnits(press.edge)
if (!first) throw new Error('the book has no page')
// The first page loads models, compiles and fills caches.
await press.make(first)
const sums = new Map<string, number>()
const begun = process.cpuUsage()
const made = units.slice(0, count)
for (const unit of made) {
  const { timingsMs } = await press.make(unit)
  for (const [part, ms] of Object.entries(timingsMs)) sums.set(part, (sums.get(part) ?? 0) + ms)
}
const used = process.cpuUsage(begun)
const lines = [...sums].map(([part, ms]) => `| ${part} | ${Math.round(ms / made.length)} |`)
process.stdout.write(`| part of a page | ms |\n| --- | --- |\n${lines.join('\n')}\n`)
process.stdout.write(
  `| processor time of the handler | ${Math.round((used.user + used.system) / 1000 / made.length)} |\n`,
)
process.stdout.write(`| its peak memory, MiB | ${Math.round(process.resourceUsage().maxRSS / 1024)} |\n`)
