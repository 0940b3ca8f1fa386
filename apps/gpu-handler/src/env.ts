import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'

const hostList = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((host) => host.trim().toLowerCase())
      .filter((host) => host !== ''),
  )
  .refine((hosts) => hosts.length > 0, 'name at least one host')

/** `file=licence, file=licence`. */
const licenceList = z
  .string()
  .default('')
  .transform((text, context) => {
    const entries = text.split(',').filter((entry) => entry.trim() !== '')
    const recorded = entries.map((entry): [string, string] => {
      const [file = '', ...licence] = entry.split('=')
      return [file.trim(), licence.join('=').trim()]
    })
    if (recorded.some(([file, licence]) => file === '' || licence === '')) {
      context.addIssue({ code: 'custom', message: 'write file=licence, separated by commas' })
      return z.NEVER
    }
    return new Map(recorded)
  })

/** The worker's own settings. RUNPOD_* variables go to the RunPod loop as they are, which reads them itself. */
const workerEnv = z.object({
  /**
   * ComfyUI's base url. It has no authentication of its own, so it belongs on the loopback interface. Without it this
   * worker checks photos and prints, and paints nothing.
   */
  COMFY_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Comma list of `host[:port]` that may be fetched, put to and called back. Everything else is refused. */
  ALLOWED_HOSTS: hostList,
  /** Where template art (never anything personal) is kept between units. */
  CACHE_DIR: z
    .string()
    .min(1)
    .default(() => join(tmpdir(), 'foxetales-templates')),
  /** ComfyUI's folder on this machine, when it is the same machine: unit files under it are removed afterwards. */
  COMFY_DIR: z.string().min(1).optional(),
  /**
   * Licences that were bought for models whose own forbid a sale: `flux1-dev.safetensors=contract of 2026-11-02, …`. Work
   * for sale is refused for every other such model.
   */
  MODEL_LICENCES: licenceList,
})
export type WorkerEnv = z.infer<typeof workerEnv>

/** @throws {z.ZodError} when a variable is missing or malformed */
export function readEnv(env: Readonly<Record<string, string | undefined>>): WorkerEnv {
  return workerEnv.parse(env)
}
