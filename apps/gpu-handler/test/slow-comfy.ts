import process from 'node:process'
import { startComfyLite } from '@foxetales/comfy-lite/start-comfy-lite'

// A ComfyUI of its own process, so that a test can kill it in the middle of a run. Arguments: port, folder.
const [port, dataDir] = process.argv.slice(2)
const comfy = await startComfyLite({
  port: Number(port),
  dataDir: dataDir ?? '',
  stepDelayMs: 40,
  log: () => {},
})
process.stdout.write(`${comfy.url}\n`)
