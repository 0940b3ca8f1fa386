import { existsSync } from 'node:fs'
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type TestContext, test } from 'vitest'
import { applyMigrations } from '../src/supervisor/migrate.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A checkout whose wrangler writes "tables" where the real one does, and notes in `calls` that it ran. */
async function checkout(context: TestContext) {
  const root = await temporaryFolder(context)
  await mkdir(path.join(root, 'apps/worker-api/migrations'), { recursive: true })
  await mkdir(path.join(root, 'node_modules/.bin'), { recursive: true })
  for (const file of ['apps/worker-api/migrations/0001.sql', 'wrangler.toml', 'pnpm-lock.yaml', 'calls'])
    await writeFile(path.join(root, file), '')
  const program = '#!/bin/sh\nmkdir -p "$7/v3/d1"\necho tables > "$7/v3/d1/file"\necho call >> calls\n'
  await writeFile(path.join(root, 'node_modules/.bin/wrangler'), program, { mode: 0o755 })
  const state = (name: string) => path.join(root, '.state', name)
  const table = (name: string) => path.join(state(name), 'edge/v3/d1/file')
  const migrate = async (name: string) => {
    await mkdir(state(name), { recursive: true })
    await applyMigrations(root, state(name), path.join(root, 'log'))
  }
  const calls = async () => (await readFile(path.join(root, 'calls'), 'utf8')).length / 'call\n'.length
  return { root, state, table, migrate, calls }
}

test('the tables are made once; other new states begin as copies, with nothing of anybody in them', async (context) => {
  const { expect } = context
  const { table, migrate, calls } = await checkout(context)
  await migrate('first')
  await appendFile(table('first'), 'a customer')
  await migrate('second')
  await migrate('first')
  expect(await calls()).toBe(1)
  expect(await readFile(table('second'), 'utf8')).toBe('tables\n')
})

test('a state that has tables gets those that came later', async (context) => {
  const { expect } = context
  const { root, table, migrate, calls } = await checkout(context)
  await migrate('laptop')
  await writeFile(path.join(root, 'apps/worker-api/migrations/0002.sql'), 'create table more')
  await migrate('laptop')
  expect(await calls()).toBe(2)
  await migrate('new')
  expect(await calls()).toBe(3)
  expect(existsSync(table('new'))).toBe(true)
})

test('a state whose database was thrown away gets a new one', async (context) => {
  const { expect } = context
  const { state, table, migrate } = await checkout(context)
  await migrate('laptop')
  await rm(path.join(state('laptop'), 'edge'), { recursive: true })
  await migrate('laptop')
  expect(existsSync(table('laptop'))).toBe(true)
})
