import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { Hono } from 'hono'
import sharp from 'sharp'
import { z } from 'zod'
import {
  type FileStore,
  type FolderType,
  PathEscapeError,
  parseAnnotatedName,
} from '../storage/file-store.ts'

const folderType = z.enum(['input', 'output', 'temp'])

/** What the files of a page can be; anything else is given as plain bytes, so that no browser runs it. */
const contentTypes: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
}

type ViewQuery = { channel?: string | undefined; preview?: string | undefined }

/** The file as it is, or in the form that `preview=webp;90` or `channel=rgb|a` asks for. */
async function renderView(
  bytes: Buffer,
  path: string,
  query: ViewQuery,
): Promise<{ body: Buffer; type: string }> {
  const plain = { body: bytes, type: contentTypes[extname(path).toLowerCase()] ?? 'application/octet-stream' }
  if (query.preview !== undefined) {
    const [format, quality] = query.preview.split(';')
    const options = { quality: Number.parseInt(quality ?? '', 10) || 90 }
    const image = sharp(bytes, { ignoreIcc: true })
    return format === 'jpeg'
      ? { body: await image.jpeg(options).toBuffer(), type: 'image/jpeg' }
      : { body: await image.webp(options).toBuffer(), type: 'image/webp' }
  }
  if (query.channel === 'rgb') {
    return { body: await sharp(bytes, { ignoreIcc: true }).removeAlpha().png().toBuffer(), type: 'image/png' }
  }
  if (query.channel === 'a') {
    const alpha = sharp(bytes).ensureAlpha().extractChannel('alpha')
    return { body: await alpha.png().toBuffer(), type: 'image/png' }
  }
  return plain
}

/** The bytes between the two ends of a `Range` header; null when there is none that can be served. */
function readRange(header: string | undefined, length: number): { start: number; end: number } | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (match === null || (match[1] === '' && match[2] === '')) return null
  const suffix = match[1] === ''
  const start = suffix ? Math.max(0, length - Number(match[2])) : Number(match[1])
  const end = suffix || match[2] === '' ? length - 1 : Math.min(length - 1, Number(match[2]))
  return start <= end ? { start, end } : null
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return null
    throw error
  }
}

/** POST /upload/image and GET /view. */
export function fileRoutes(files: FileStore): Hono {
  const routes = new Hono()

  routes.post('/upload/image', async (c) => {
    const form = await c.req.formData()
    const image = form.get('image')
    if (!(image instanceof File) || image.name === '') return c.body(null, 400)
    const type = folderType.safeParse(form.get('type') ?? 'input')
    const subfolder = form.get('subfolder') ?? ''
    const overwrite = form.get('overwrite')
    if (!type.success || typeof subfolder !== 'string') return c.body(null, 400)
    try {
      const saved = await files.saveUpload(
        { filename: image.name, subfolder, type: type.data },
        await image.bytes(),
        overwrite === 'true' || overwrite === '1',
      )
      return c.json({ name: saved.filename, subfolder: saved.subfolder, type: saved.type })
    } catch (error) {
      if (error instanceof PathEscapeError) return c.body(null, 400)
      throw error
    }
  })

  routes.get('/view', async (c) => {
    const named = c.req.query('filename')
    if (named === undefined || named === '') return c.body(null, 404)
    const annotated = parseAnnotatedName(named)
    if (annotated.path.startsWith('/') || annotated.path.includes('..')) return c.body(null, 400)
    const asked = c.req.query('type')
    const type = folderType.safeParse(asked ?? (annotated.path === named ? 'output' : annotated.type))
    if (!type.success) return c.body(null, 400)
    const folder: FolderType = type.data
    const filename = basename(annotated.path)
    let path: string
    try {
      path = files.pathOf({ filename, subfolder: c.req.query('subfolder') ?? '', type: folder })
    } catch (error) {
      if (error instanceof PathEscapeError) return c.body(null, 403)
      throw error
    }
    const bytes = await readIfThere(path)
    if (bytes === null) return c.body(null, 404)
    const view = await renderView(bytes, path, {
      channel: c.req.query('channel'),
      preview: c.req.query('preview'),
    })
    const etag = `"${createHash('sha256').update(view.body).digest('base64url')}"`
    if (c.req.header('if-none-match') === etag) return c.body(null, 304)
    const headers = {
      'content-type': view.type,
      'content-disposition': `filename="${filename.replaceAll('"', '')}"`,
      'accept-ranges': 'bytes',
      etag,
    }
    const range = readRange(c.req.header('range'), view.body.length)
    if (range === null) return c.body(new Uint8Array(view.body), 200, headers)
    const contentRange = `bytes ${range.start}-${range.end}/${view.body.length}`
    return c.body(new Uint8Array(view.body.subarray(range.start, range.end + 1)), 206, {
      ...headers,
      'content-range': contentRange,
    })
  })

  return routes
}
