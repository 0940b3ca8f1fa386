import type { ComfyLiteOptions } from '@foxetales/comfy-lite/start-comfy-lite'

/** Breakages of an engine, with the exception types and words that ComfyUI was seen to give. */

type BeforeNode = NonNullable<ComfyLiteOptions['beforeNode']>

class EngineException extends Error {
  constructor(type: string, message: string) {
    super(message)
    this.name = type
  }
}

/** The GPU's memory does not suffice for the sampler, `times` times. */
export function outOfMemory(times = Number.POSITIVE_INFINITY): BeforeNode {
  let left = times
  return async (classType) => {
    if (classType !== 'KSampler' || left <= 0) return
    left -= 1
    throw new EngineException(
      'torch.OutOfMemoryError',
      'Allocation on device 0 would exceed allowed memory. (out of memory)\nCurrently allocated     : 78.10 GiB',
    )
  }
}

/** A model file that was not copied to its end: validation never opens it, its loader does. */
export const truncatedModel: BeforeNode = async (classType) => {
  if (classType === 'UNETLoader') {
    throw new EngineException(
      'safetensors._safetensors_rust.SafetensorError',
      'Error while deserializing header: header too small',
    )
  }
}

/** A node that raises with the prompt in its message, as careless custom nodes do. */
export const tellsThePrompt: BeforeNode = async (classType) => {
  if (classType === 'VAEDecode')
    throw new EngineException('ValueError', 'cannot decode: A child stands on a green hill')
}

/** A sampler that never comes to its next step, so that no interrupt reaches it. `release` ends it. */
export function hungSampler(): { beforeNode: BeforeNode; release: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  return {
    beforeNode: async (classType) => {
      if (classType === 'KSampler') await promise
    },
    release: resolve,
  }
}
