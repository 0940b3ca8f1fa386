import type { ComfyHttp } from './comfy/comfy-http.ts'
import { runWorkflow } from './comfy/run-workflow.ts'
import { encodePassingPng } from './images/encode.ts'

/** Small: what takes time is reading the models, and that is the same for any picture. */
const TRIAL_PX = 256
/** Forty gigabytes from a slow volume. */
const WARM_UP_MS = 900_000

/**
 * Paints a grey trial page, so that the first parent does not wait for the models to be read, and a worker whose models
 * or nodes are missing never takes a job.
 * @throws {UnitFailure} what a page would fail with
 */
export async function warmUp(comfy: ComfyHttp, comfyDir: string | undefined): Promise<void> {
  const data = new Uint8Array(TRIAL_PX * TRIAL_PX * 3).fill(128)
  const size = { width: TRIAL_PX, height: TRIAL_PX }
  const page = await encodePassingPng({ ...size, data, channels: 3 })
  const mask = await encodePassingPng({ ...size, data: data.subarray(0, TRIAL_PX * TRIAL_PX), channels: 1 })
  await runWorkflow(
    {
      workflow: 'book-page-faceless-print.v1',
      files: {
        init_image: { name: 'init.png', bytes: page.bytes },
        soft_mask: { name: 'soft-mask.png', bytes: mask.bytes },
      },
      values: {
        prompt_clip_l: 'a grey page',
        prompt_t5xxl: 'A grey page.',
        seed: 1,
        steps: 1,
        denoise: 0.55,
        print_width: TRIAL_PX,
        print_height: TRIAL_PX,
      },
    },
    { comfy, comfyDir, signal: AbortSignal.timeout(WARM_UP_MS), onProgress: () => {}, timeoutMs: WARM_UP_MS },
  )
}
