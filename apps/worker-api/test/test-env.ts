import type { D1Migration } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import type { Env } from '../src/env.ts'

/** The Worker's own environment, and what the test run adds to it (vitest.workspace.ts). */
export type TestEnv = Env & {
  readonly TEST_MIGRATIONS: D1Migration[]
  /** A flat 2625 px and a 3075 px JPEG, and a small photo, in base64. */
  readonly TEST_PAGE_JPEG: string
  readonly TEST_COVER_JPEG: string
  readonly TEST_PHOTO_JPEG: string
}

// The runtime types the environment by a generated file; ours is src/env.ts.
export const testEnv = env as unknown as TestEnv
