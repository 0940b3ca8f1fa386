import { setFlagsFromString } from 'node:v8'
import { z } from 'zod'
import { startComfyLite } from './start-comfy-lite.ts'

/** The process entry: `COMFY_LITE_PORT` and `COMFY_LITE_DIR` from the environment, until SIGINT or SIGTERM. */
const environment = z.object({
  COMFY_LITE_PORT: z.coerce.number().int().min(0).max(65535).default(8188),
  COMFY_LITE_DIR: z.string().min(1),
})

// V8 looks through its whole heap for every 64 MB of tensors handed out, and finds next to nothing to free in it. Counted
// into the ordinary limit, which may grow to twice what is alive, they are collected as rarely as anything else.
setFlagsFromString('--external-memory-accounted-in-global-limit')
setFlagsFromString('--external-memory-max-growing-factor=2')
setFlagsFromString('--heap-growing-percent=100')

function logLine(line: string): void {
  process.stdout.write(`comfy-lite: ${line}\n`)
}

const { COMFY_LITE_PORT, COMFY_LITE_DIR } = environment.parse(process.env)
const server = await startComfyLite({ port: COMFY_LITE_PORT, dataDir: COMFY_LITE_DIR, log: logLine })
logLine(`listening on ${server.url}; every picture is a draft`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close().catch((error: unknown) => {
      logLine(`could not stop cleanly: ${String(error)}`)
      process.exitCode = 1
    })
  })
}
