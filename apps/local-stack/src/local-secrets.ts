import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** The secrets in .dev.vars, which the edge reads too: one file, so that both sides of every signature agree. */
export async function readLocalSecrets(root: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(path.join(root, '.dev.vars'), 'utf8')
  const pairs = text
    .split('\n')
    .filter((line) => line.includes('='))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1).trim()] as const)
  return Object.fromEntries(pairs)
}

export function secret(secrets: Readonly<Record<string, string>>, name: string): string {
  const value = secrets[name]
  if (!value) throw new Error(`.dev.vars has no ${name}: delete the file and install again`)
  return value
}
