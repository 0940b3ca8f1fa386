import { defineConfig } from 'vitest/config'

// For one folder in plain Node: `vitest run --root packages/runpod --config vitest.plain.config.ts`.
// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: { include: ['test/**/*.test.ts', 'src/**/*.test.ts'], testTimeout: 20_000 },
})
