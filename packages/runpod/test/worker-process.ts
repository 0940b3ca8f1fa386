import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { eventually } from './started-things.ts'

const script = fileURLToPath(new URL('./fixtures/tiny-worker.ts', import.meta.url))

/** Our worker in a process of its own, killed when the test ends if it still runs. */
export function givenWorkerProcess(env: Record<string, string>) {
  const child = spawn(process.execPath, [script], { env: { ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  child.stdout.on('data', (chunk) => {
    printed += String(chunk)
  })
  const exit = once(child, 'exit').then(([code]) => ({ code: Number(code), printed }))
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return {
    exit,
    signal: (name: 'SIGTERM' | 'SIGINT' | 'SIGKILL' | 'SIGSTOP') => child.kill(name),
    hasPrinted: (text: string) => eventually(() => (printed.includes(text) ? true : undefined)),
  }
}
