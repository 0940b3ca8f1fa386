import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { cpus } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startLocalStack } from '@foxetales/local-stack/start-local-stack'
import { freePorts } from '@foxetales/local-stack/supervisor/free-ports'
import { shopClient } from '../start/shop-client.ts'
import { benchHttp } from './http.ts'
import { quantiles } from './quantiles.ts'

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))))
const say = (line = '') => process.stdout.write(`${line}\n`)

say(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}. Ratios are the figures to quote.`,
)
say()
say('## PDF: 40 pages of 2625 px')
say(
  execFileSync(process.execPath, [path.join(root, 'packages/book-pdf/bench/interior.ts')], {
    encoding: 'utf8',
  }),
)

const handlerBench = (file: string, ...args: string[]) =>
  execFileSync(process.execPath, [path.join(root, 'apps/gpu-handler/bench', file), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
say('## Pixels')
say(handlerBench('pixels.ts'))
say('## A paid draft page')
say(handlerBench('draft-pages.ts', '12'))

const [edge = 0, runpod = 0, stripe = 0, shopify = 0, press = 0, mail = 0, comfy = 0] = await freePorts(7)
const stateDir = await mkdtemp(path.join(root, '.state', 'bench-'))
const stack = await startLocalStack({
  root,
  stateDir,
  ports: { edge, runpod, stripe, shopify, press, mail, comfy },
  gpuWorkers: 2,
})
try {
  const shop = shopClient(stack.url)
  while (!(await shop.isReady())) await sleep(100)
  const photo = new Uint8Array(await readFile(path.join(root, 'samples', 'astronaut.png')))
  const wish = { photo, name: 'Mai', book: 'lantern', skinTone: 5, language: 'en' }

  const spans: number[] = []
  let ready = await shop.requestPreview(wish)
  for (let round = 0; round < 6; round++) {
    const begun = performance.now()
    if (round > 0) ready = await shop.requestPreview(wish)
    for (;;) {
      const { state } = await shop.readPreview(ready.preview_id, ready.token)
      if (state === 'ready') break
      if (state !== 'checking_photo' && state !== 'rendering')
        throw new Error(`the preview ended as ${state}`)
      await sleep(25)
    }
    // The first one loads models and fills caches.
    if (round > 0) spans.push(performance.now() - begun)
  }
  const preview = quantiles(spans)
  say('## A preview with a sampler that takes no time')
  say('Upload to all three pages ready; everything but the sampler, the draft’s own painting included.')
  say()
  say('| | p50 s | worst of 5 s |')
  say('| --- | --- | --- |')
  say(
    `| three pages, two workers | ${(preview.p50 / 1000).toFixed(2)} | ${(Math.max(...spans) / 1000).toFixed(2)} |`,
  )
  say()

  say('## HTTP, one client, the same workerd')
  const form = () => {
    const body = new FormData()
    body.set('photo', new Blob([photo]), 'photo')
    const child = { name: 'Mai', pronouns: 'they', skin_tone: 5 }
    const consent = { guardian: true, version: '2026-11' }
    body.set('request', JSON.stringify({ book_id: 'lantern', child, language: 'en', consent }))
    return body
  }
  for (const line of await benchHttp(stack.url, ready, form)) say(line)
} finally {
  await stack.stop()
  await rm(stateDir, { recursive: true, force: true, maxRetries: 5 })
}
