import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type LocalStack, startLocalStack } from '@foxetales/local-stack/start-local-stack'
import { freePorts } from '@foxetales/local-stack/supervisor/free-ports'
import { buildSite } from '../../build/build-site.ts'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../..')
export const samplePhoto = path.join(root, 'samples', 'astronaut.png')

export interface Company {
  readonly stack: LocalStack
  readonly url: string
  close(): Promise<void>
}

/** The whole company with a freshly built site, as `npm start` opens it, in a folder of its own that is removed. */
export async function openCompany(vars: Readonly<Record<string, string>> = {}): Promise<Company> {
  await buildSite(path.join(root, '.assets', 'site'))
  await mkdir(path.join(root, '.state'), { recursive: true })
  const stateDir = await mkdtemp(path.join(root, '.state', 'browser-'))
  const [edge = 0, runpod = 0, stripe = 0, shopify = 0, press = 0, mail = 0, comfy = 0] = await freePorts(7)
  const ports = { edge, runpod, stripe, shopify, press, mail, comfy }
  const stack = await startLocalStack({ root, stateDir, ports, gpuWorkers: 2, vars })
  while (!(await isReady(stack.url))) await sleep(100)
  return {
    stack,
    url: stack.url,
    async close() {
      await stack.stop()
      await rm(stateDir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(new URL('/ready', url))).ok
  } catch {
    // Not listening yet.
    return false
  }
}
