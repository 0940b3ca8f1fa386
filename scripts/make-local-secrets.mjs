// Writes .dev.vars: random secrets for this checkout alone. Runs when packages are installed; adds what is missing and never
// changes what is there.
import { randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const file = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), '.dev.vars')
const random = () => randomBytes(32).toString('hex')
const secrets = {
  SIGNING_KEY: random(),
  ADMIN_JWT_SECRET: random(),
  RUNPOD_API_KEY: `rpa_${random()}`,
  STRIPE_SECRET_KEY: `sk_test_${random()}`,
  STRIPE_WEBHOOK_SECRET: `whsec_${random()}`,
  SHOPIFY_CLIENT_SECRET: `shpss_${random()}`,
  MAIL_API_KEY: `re_${random()}`,
  PRESS_API_KEY: `press_${random()}`,
  PRESS_WEBHOOK_SECRET: random(),
}

const known = existsSync(file) ? readFileSync(file, 'utf8') : ''
const missing = Object.entries(secrets).filter(
  ([name]) => !known.split('\n').some((line) => line.startsWith(`${name}=`)),
)
const lines = missing.map(([name, value]) => `${name}=${value}\n`)
if (lines.length > 0) {
  const gap = known === '' || known.endsWith('\n') ? '' : '\n'
  appendFileSync(file, gap + lines.join(''), { mode: 0o600 })
}
