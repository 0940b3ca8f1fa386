import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { webFont } from './web-font.ts'

const here = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** Entry points, by where each lies on the site. */
const scripts = {
  'embed/foxetales-book': 'src/book/main.ts',
  'shop/shop': 'src/shop/main.ts',
  'desk/desk': 'src/desk/main.ts',
}

/** The faces a book may be set in, as the printer gets them, by the package they come from. */
const fonts = {
  literata: {
    from: import.meta.resolve('@expo-google-fonts/literata/package.json'),
    faces: {
      'literata-400.woff2': '400Regular/Literata_400Regular.ttf',
      'literata-600.woff2': '600SemiBold/Literata_600SemiBold.ttf',
    },
  },
  'noto-serif': {
    from: import.meta.resolve('@expo-google-fonts/noto-serif/package.json'),
    faces: {
      'noto-serif-400.woff2': '400Regular/NotoSerif_400Regular.ttf',
      'noto-serif-600.woff2': '600SemiBold/NotoSerif_600SemiBold.ttf',
    },
  },
}

/** Writes everything a browser may ask for: scripts, pages, styles, fonts. */
export async function buildSite(outDir: string): Promise<void> {
  await cp(path.join(here, 'static'), outDir, { recursive: true })
  await Promise.all([
    build({
      absWorkingDir: here,
      entryPoints: Object.entries(scripts).map(([out, from]) => ({ in: from, out })),
      outdir: outDir,
      bundle: true,
      minify: true,
      format: 'esm',
      target: ['es2022', 'safari16', 'chrome110', 'firefox115'],
      legalComments: 'none',
      logLevel: 'warning',
    }),
    writeFonts(path.join(outDir, 'fonts')),
  ])
}

async function writeFonts(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true })
  for (const [family, { from, faces }] of Object.entries(fonts)) {
    const packageDir = path.dirname(fileURLToPath(from))
    await cp(path.join(packageDir, 'LICENSE_FONT'), path.join(outDir, `LICENSE_FONT-${family}`))
    for (const [name, face] of Object.entries(faces)) {
      const file = path.join(outDir, name)
      const source = await readFile(path.join(packageDir, face))
      await writeFile(file, await webFont(source))
    }
  }
}
