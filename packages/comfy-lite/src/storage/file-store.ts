import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join, normalize, resolve, sep } from 'node:path'

export type FolderType = 'input' | 'output' | 'temp'

/** A stored file as ComfyUI's API names it. */
export type FileReference = { filename: string; subfolder: string; type: FolderType }

/** A name that leads out of the folder it was given for. */
export class PathEscapeError extends Error {
  override readonly name = 'PathEscapeError'
}

export type FileStore = {
  /** The absolute path of a file. @throws {PathEscapeError} */
  pathOf: (reference: FileReference) => string
  /** The path behind a LoadImage name such as `sub/a.png` or `a.png [output]`. @throws {PathEscapeError} */
  pathOfAnnotated: (name: string) => string
  /** Stores an upload by ComfyUI's rename rule and returns the name to use. @throws {PathEscapeError} */
  saveUpload: (reference: FileReference, bytes: Uint8Array, overwrite: boolean) => Promise<FileReference>
  /** The next free `prefix_00001_.png`, or of another ending; the prefix may name a subfolder. @throws {PathEscapeError} */
  nextOutput: (
    prefix: string,
    type: FolderType,
    ending?: string,
  ) => Promise<{ path: string; reference: FileReference }>
}

const annotation = / \[(input|output|temp)\]$/

function isFolderType(text: string | undefined): text is FolderType {
  return text === 'input' || text === 'output' || text === 'temp'
}

/** Splits ComfyUI's `name [folder]` notation; without a suffix the folder is `input`. */
export function parseAnnotatedName(name: string): { path: string; type: FolderType } {
  const type = annotation.exec(name)?.[1]
  return isFolderType(type) ? { path: name.replace(annotation, ''), type } : { path: name, type: 'input' }
}

async function hasSameBytes(path: string, bytes: Uint8Array): Promise<boolean> {
  return Buffer.compare(await readFile(path), bytes) === 0
}

function isNameTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}

/** Highest counter among `name_<digits>_…` files, 0 when there is none. */
function highestCounter(files: readonly string[], name: string): number {
  let highest = 0
  for (const file of files) {
    if (!file.startsWith(`${name}_`)) continue
    const digits = Number.parseInt(file.slice(name.length + 1).split('_')[0] ?? '', 10)
    if (digits > highest) highest = digits
  }
  return highest
}

/** The three folders of a ComfyUI server below `dataDir`. */
export function openFileStore(dataDir: string): FileStore {
  function insideFolder(type: FolderType, relative: string): string {
    const root = resolve(dataDir, type)
    const path = resolve(root, relative)
    if (!path.startsWith(root + sep) || relative.includes('\0')) {
      throw new PathEscapeError(`a name leads out of the ${type} folder`)
    }
    return path
  }

  function pathOf({ filename, subfolder, type }: FileReference): string {
    return insideFolder(type, join(subfolder, filename))
  }

  async function saveUpload(reference: FileReference, bytes: Uint8Array, overwrite: boolean) {
    const extension = extname(reference.filename)
    const stem = reference.filename.slice(0, reference.filename.length - extension.length)
    await mkdir(dirname(pathOf(reference)), { recursive: true })
    let chosen = reference
    for (let copy = 1; ; copy++) {
      const path = pathOf(chosen)
      try {
        // 'wx' refuses a name that is taken, even when two uploads of it arrive together.
        await writeFile(path, bytes, { flag: overwrite ? 'w' : 'wx' })
        return chosen
      } catch (error) {
        if (!isNameTaken(error)) throw error
        if (await hasSameBytes(path, bytes)) return chosen
        chosen = { ...reference, filename: `${stem} (${copy})${extension}` }
      }
    }
  }

  async function nextOutput(prefix: string, type: FolderType, ending = 'png') {
    const cleaned = normalize(prefix)
    const subfolder = dirname(cleaned) === '.' ? '' : dirname(cleaned)
    const name = basename(cleaned)
    const folder = dirname(insideFolder(type, cleaned))
    await mkdir(folder, { recursive: true })
    const counter = highestCounter(await readdir(folder), name) + 1
    const filename = `${name}_${String(counter).padStart(5, '0')}_.${ending}`
    return { path: join(folder, filename), reference: { filename, subfolder, type } }
  }

  return {
    pathOf,
    pathOfAnnotated(name) {
      const { path, type } = parseAnnotatedName(name)
      return insideFolder(type, path)
    },
    saveUpload,
    nextOutput,
  }
}
