import { defineConfig } from 'vitest/config'
import { projects } from './vitest.workspace.ts'

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: { projects, reporters: ['default', './scripts/final-line.ts'], maxWorkers: 2 },
})
