import { defineConfig } from 'vitest/config'
import { projects } from './vitest.workspace.ts'

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  // Stripe's package names source maps that it does not ship: hundreds of warnings that tell nobody anything.
  logLevel: 'error',
  test: { projects, reporters: ['default', './scripts/final-line.ts'], maxWorkers: 2 },
})
