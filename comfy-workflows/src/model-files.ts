import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Model } from './models.ts'

/**
 * What is wrong with the model files below a folder, one line each: missing, empty, or of another size than the manifest
 * says, which a download that broke off leaves behind; with `readAll` also those whose bytes are others.
 */
export async function findFileProblems(
  models: readonly Model[],
  folder: string,
  readAll: boolean,
): Promise<string[]> {
  const found: string[] = []
  for (const model of models) {
    const problem = await problemOf(model, join(folder, model.folder, model.file), readAll)
    if (problem !== null) found.push(`${model.folder}/${model.file} ${problem}`)
  }
  return found
}

async function problemOf(model: Model, path: string, readAll: boolean): Promise<string | null> {
  const size = await sizeOf(path)
  if (size === undefined) return `is missing (${model.source})`
  if (size === 0) return 'is empty'
  if (model.bytes !== null && size !== model.bytes) return `has ${size} bytes instead of ${model.bytes}`
  if (!readAll || model.sha256 === null) return null
  return (await sha256Of(path)) === model.sha256 ? null : 'has other bytes than the manifest says'
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
