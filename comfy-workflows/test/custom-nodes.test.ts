import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { test } from 'vitest'

/** Python's own tests of our ComfyUI nodes. They need no weights; half of them need no torch either. */
const folder = fileURLToPath(new URL('../custom_nodes/', import.meta.url))

function python(...args: string[]) {
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' }
  return spawnSync('python3', args, { cwd: folder, encoding: 'utf8', env })
}

const hasPython = python('--version').status === 0
const hasTorch = hasPython && python('-c', 'import torch').status === 0

const runs = hasTorch
  ? 'our ComfyUI nodes pass their own tests'
  : 'our ComfyUI nodes pass their own tests (those with tensors are skipped: `pip install torch` runs them)'

if (hasPython) {
  test(runs, ({ expect }) => {
    const { stderr, status } = python('-m', 'unittest', 'discover', '-s', 'foxetales_pulid/tests', '-t', '.')
    expect(stderr).toMatch(/Ran \d\d tests/)
    expect(status, stderr).toBe(0)
  })
} else {
  test.skip('our ComfyUI nodes pass their own tests (install Python 3 to run this)')
}
