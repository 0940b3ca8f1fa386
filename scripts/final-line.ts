import type { Reporter, TestModule } from 'vitest/node'

/** Ends the run with `N passed, N failed` alone on the last line; a file that could not run counts as one failure. */
// biome-ignore lint/style/noDefaultExport: vitest loads a reporter from the default export
export default class FinalLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    let passed = 0
    let failed = unhandled.length
    let skipped = 0
    for (const module of modules) {
      const states = [...module.children.allTests()].map((test) => test.result().state)
      passed += states.filter((state) => state === 'passed').length
      failed += states.filter((state) => state === 'failed').length
      skipped += states.filter((state) => state === 'skipped').length
      if (module.state() === 'failed' && !states.includes('failed')) failed += 1
    }
    // On exit, so that nothing is printed after it.
    process.on('exit', () => {
      if (skipped > 0) process.stdout.write(`${skipped} skipped: each says above what would run it\n`)
      process.stdout.write(`${passed} passed, ${failed} failed\n`)
    })
  }
}
