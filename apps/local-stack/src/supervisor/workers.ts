import path from 'node:path'
import type { StackPorts } from '../start-local-stack.ts'
import type { ProcessPlan } from './keep-running.ts'

interface Workers {
  readonly root: string
  readonly stateDir: string
  readonly logs: string
  readonly host: string
  readonly ports: StackPorts
  readonly runpod: { workerEnv(workerId: string, endpointId?: string): Record<string, string> }
}

const node = (root: string) => path.join(root, 'node_modules', '.bin', 'node')

/** The picture engine for machines without a GPU, at the address where ComfyUI would be. */
export function comfyPlan(stack: Workers): ProcessPlan {
  return {
    name: 'comfy-lite',
    command: node(stack.root),
    args: [path.join(stack.root, 'packages/comfy-lite/src/main.ts')],
    cwd: stack.root,
    env: { COMFY_LITE_PORT: String(stack.ports.comfy), COMFY_LITE_DIR: path.join(stack.stateDir, 'comfy') },
    logFile: path.join(stack.logs, 'comfy-lite.log'),
  }
}

/** comfy-lite loads no model, so nothing on a laptop needs a licence. */
const withoutModels = [
  'flux1-dev.safetensors',
  'scrfd_10g_bnkps.onnx',
  'glintr100.onnx',
  '1k3d68.onnx',
  '2d106det.onnx',
  'genderage.onnx',
  'parsing_bisenet.pth',
].map((file) => `${file}=not loaded here`)

/** One RunPod worker. The same program checks photos on the CPU endpoint and renders on the GPU endpoint. */
export function handlerPlan(stack: Workers, pool: 'gpu' | 'cpu', number: number): ProcessPlan {
  const { host, ports } = stack
  return {
    name: `handler-${pool}-${number}`,
    command: node(stack.root),
    args: [path.join(stack.root, 'apps/gpu-handler/src/main.ts')],
    cwd: stack.root,
    env: {
      ...stack.runpod.workerEnv(`${pool}-${number}`, pool),
      ...(pool === 'gpu'
        ? { COMFY_URL: `http://${host}:${ports.comfy}`, COMFY_DIR: path.join(stack.stateDir, 'comfy') }
        : {}),
      MODEL_LICENCES: withoutModels.join(','),
      ALLOWED_HOSTS: `${host}:${ports.edge}`,
      CACHE_DIR: path.join(stack.stateDir, 'templates'),
    },
    logFile: path.join(stack.logs, `handler-${pool}-${number}.log`),
  }
}
