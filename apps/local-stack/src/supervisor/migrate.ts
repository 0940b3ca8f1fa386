import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { persistTo, quiet, wrangler } from './edge.ts'

/**
 * Brings the local database to the newest tables, as a deploy does with the real one. Wrangler starts an edge of its own
 * for every migration, six seconds in all, so an empty database with all its tables is kept beside the states, by what it
 * was made from: a new state begins as its copy, and one that has all of them already is left alone.
 */
export async function applyMigrations(root: string, stateDir: string, logFile: string): Promise<void> {
  const digest = await digestOfTables(root)
  const stamp = path.join(persistTo(stateDir), 'migrated')
  if ((await readIfThere(stamp)) === digest) return
  const database = databaseOf(stateDir)
  const kept = path.join(root, '.state', 'empty-database', digest)
  const isNew = !existsSync(database)
  if (isNew && existsSync(kept)) {
    await copyWhole(kept, database)
  } else {
    await runWrangler(root, stateDir, logFile)
    if (isNew && !existsSync(kept)) await copyWhole(database, kept)
  }
  await writeFile(stamp, digest)
}

const databaseOf = (stateDir: string) => path.join(persistTo(stateDir), 'v3', 'd1')

/** All that decides how the file looks: the tables, the binding, and the version of the program that writes it. */
async function digestOfTables(root: string): Promise<string> {
  const folder = path.join(root, 'apps/worker-api/migrations')
  const migrations = (await readdir(folder)).sort().map((name) => path.join(folder, name))
  const hash = createHash('sha256')
  for (const file of [...migrations, path.join(root, 'wrangler.toml'), path.join(root, 'pnpm-lock.yaml')]) {
    hash.update(`${path.relative(root, file)}\0`).update(await readFile(file))
  }
  return hash.digest('hex')
}

/** Renamed into its place when it is whole; where another start was faster, its copy stays. */
async function copyWhole(from: string, to: string): Promise<void> {
  const partial = `${to}.${crypto.randomUUID()}`
  await mkdir(path.dirname(to), { recursive: true })
  await cp(from, partial, { recursive: true })
  await rename(partial, to).catch(async (fault: NodeJS.ErrnoException) => {
    await rm(partial, { recursive: true, force: true })
    if (fault.code !== 'ENOTEMPTY' && fault.code !== 'EEXIST') throw fault
  })
}

async function readIfThere(file: string): Promise<string | undefined> {
  return existsSync(file) ? readFile(file, 'utf8') : undefined
}

function runWrangler(root: string, stateDir: string, logFile: string): Promise<void> {
  const args = ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', persistTo(stateDir)]
  return new Promise((resolve, reject) => {
    const log = createWriteStream(logFile, { flags: 'a' })
    const child = spawn(wrangler(root), args, {
      cwd: root,
      env: { ...process.env, ...quiet },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.pipe(log, { end: false })
    child.stderr.pipe(log, { end: false })
    child.on('error', reject)
    child.on('close', (code) => {
      log.end()
      if (code === 0) resolve()
      else reject(new Error(`the database's tables could not be made: see ${logFile}`))
    })
  })
}
