import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished, test } from 'vitest'

const entry = new URL('../src/main.ts', import.meta.url).pathname

function startProcess(env: Record<string, string>) {
  return spawn(process.execPath, [entry], { env, stdio: ['ignore', 'pipe', 'ignore'] })
}

test('the process listens where it is told and stops cleanly on SIGTERM', async ({ expect }) => {
  const directory = await mkdtemp(join(tmpdir(), 'comfy-lite-test-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  const child = startProcess({ COMFY_LITE_PORT: '0', COMFY_LITE_DIR: directory })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const exited = once(child, 'exit')
  const [line] = await once(createInterface(child.stdout), 'line')
  const url = /http:\S+?(?=;)/.exec(String(line))?.[0] ?? ''
  const stats = JSON.parse(await (await fetch(`${url}/system_stats`)).text())
  expect(stats.system.draft).toBe(true)
  child.kill('SIGTERM')
  expect(await exited).toEqual([0, null])
})

test('the process refuses to start without a folder', async ({ expect }) => {
  const child = startProcess({ COMFY_LITE_PORT: '0' })
  const [code] = await once(child, 'exit')
  expect(code).toBe(1)
})
