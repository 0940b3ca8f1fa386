import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import sharp from 'sharp'
import type { TestProjectConfiguration } from 'vitest/config'

const root = path.dirname(fileURLToPath(import.meta.url))

/** Rooms whose tests run in plain Node. */
const nodeRooms = [
  'packages/shared-schemas',
  'packages/runpod',
  'packages/book-pdf',
  'packages/face-finder',
  'packages/pixels',
  'packages/comfy-lite',
  'comfy-workflows',
  'books',
  'apps/gpu-handler',
  'apps/local-stack',
  'apps/storefront',
  'scripts',
]

async function grainyJpeg(sizePx: number): Promise<string> {
  // With a little grain: the look before printing takes a picture of one colour for a lost one.
  const noise = { type: 'gaussian' as const, mean: 150, sigma: 5 }
  const grain = sharp({
    create: { width: sizePx, height: sizePx, channels: 3, background: '#cfe4dd', noise },
  })
  return (await grain.jpeg({ quality: 60 }).toBuffer()).toString('base64')
}

/** Vitest no longer finds this file by itself: vitest.config.ts reads it. */
export const projects: TestProjectConfiguration[] = [
  ...nodeRooms.map((room) => ({
    test: {
      name: room,
      root: path.join(root, room),
      include: ['test/**/*.test.ts', 'src/**/*.test.ts', '*.test.ts'],
      environment: 'node' as const,
      testTimeout: 30_000,
      hookTimeout: 60_000,
    },
  })),
  async () => ({
    // The edge's tests run in real workerd, with its real local R2, KV, D1, Queues and Durable Objects.
    plugins: [
      cloudflareTest({
        wrangler: { configPath: path.join(root, 'wrangler.toml') },
        miniflare: {
          bindings: {
            TEST_MIGRATIONS: await readD1Migrations(path.join(root, 'apps/worker-api/migrations')),
            // The walks run on to the printer; the proof window has tests of its own.
            PROOF_HOURS: '0',
            // How many random-fault runs of printing, and the first one's seed: more of them at night.
            PRINT_FAULT_RUNS: process.env['PRINT_FAULT_RUNS'] ?? '300',
            PRINT_FAULT_SEED: process.env['PRINT_FAULT_SEED'] ?? '1',
            // workerd has no encoder: the played worker uploads these.
            TEST_PAGE_JPEG: await grainyJpeg(2625),
            TEST_COVER_JPEG: await grainyJpeg(3075),
            TEST_PHOTO_JPEG: await grainyJpeg(512),
          },
        },
      }),
    ],
    test: {
      name: 'worker-api',
      root: path.join(root, 'apps/worker-api'),
      include: ['test/**/*.test.ts', 'src/**/*.test.ts'],
      setupFiles: ['./test/apply-migrations.ts'],
      testTimeout: 240_000,
    },
  }),
]
