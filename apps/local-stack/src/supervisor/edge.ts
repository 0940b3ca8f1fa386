import path from 'node:path'
import type { StackPorts } from '../start-local-stack.ts'
import type { ProcessPlan } from './keep-running.ts'

export const quiet = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  // Wrangler would write a trace of every request and query into a database of its own: a good part of the edge's processor
  // time, and signed addresses on the disk.
  X_LOCAL_OBSERVABILITY: 'false',
  X_LOCAL_EXPLORER: 'false',
  CI: '1',
}

export const wrangler = (root: string) => path.join(root, 'node_modules', '.bin', 'wrangler')
export const persistTo = (stateDir: string) => path.join(stateDir, 'edge')

/** The edge in workerd, by the same wrangler.toml that production uses; only addresses differ. */
export function edgePlan(stack: {
  root: string
  stateDir: string
  logs: string
  host: string
  ports: StackPorts
  vars: Readonly<Record<string, string>>
}): ProcessPlan {
  const { host, ports } = stack
  const vars = {
    PUBLIC_URL: `http://${host}:${ports.edge}`,
    RUNPOD_API_URL: `http://${host}:${ports.runpod}/v2`,
    STRIPE_API_URL: `http://${host}:${ports.stripe}`,
    SHOPIFY_ADMIN_URL: `http://${host}:${ports.shopify}/{shop}/admin`,
    MAIL_API_URL: `http://${host}:${ports.mail}`,
    PRESS_API_URL: `http://${host}:${ports.press}`,
    ...stack.vars,
  }
  return {
    name: 'edge',
    command: wrangler(stack.root),
    args: [
      'dev',
      '--local',
      '--ip',
      host,
      '--port',
      String(ports.edge),
      '--persist-to',
      persistTo(stack.stateDir),
      '--show-interactive-dev-session=false',
      // Wrangler's own request log would print signed addresses.
      '--log-level',
      'warn',
      ...Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
    ],
    cwd: stack.root,
    env: quiet,
    logFile: path.join(stack.logs, 'edge.log'),
  }
}
