import { cp, mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSite } from '@foxetales/storefront/build-site'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const assets = path.join(root, '.assets')
const templates = path.join(assets, 'templates')

/** Gathers what travels with the Worker: `.assets/site` for browsers, `.assets/templates` for the Worker alone. */
await mkdir(templates, { recursive: true })
await Promise.all([
  buildSite(path.join(assets, 'site')),
  cp(path.join(root, 'books'), templates, {
    recursive: true,
    preserveTimestamps: true,
    filter: async (from, to) => isTemplate(from) && !(await isSame(from, to)),
  }),
])

/** Templates lie in `books/<id>/<version>`; beside them is the program that painted them. */
function isTemplate(from: string): boolean {
  const inside = path.relative(path.join(root, 'books'), from)
  if (inside === '' || inside === 'catalogue.json') return true
  const [book = '', version] = inside.split(path.sep)
  const isBook = !['generator', 'test', 'node_modules'].includes(book) && !book.includes('.')
  return isBook && (version === undefined || /^v\d+$/.test(version)) && !inside.endsWith('page.json')
}

/** A running shop may be reading the copy: what has not changed is left alone. */
async function isSame(from: string, to: string): Promise<boolean> {
  const [source, copy] = await Promise.all([stat(from), stat(to).catch(() => undefined)])
  return source.isFile() && source.size === copy?.size && source.mtimeMs === copy.mtimeMs
}
