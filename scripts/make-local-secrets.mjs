// Writes .dev.vars once: random secrets for this checkout alone. Runs when packages are installed; never overwrites.
import { randomBytes } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const file = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), '.dev.vars')
const random = () => randomBytes(32).toString('hex')

if (!existsSync(file)) {
  const secrets = {
    SIGNING_KEY: random(),
    ADMIN_JWT_SECRET: random(),
    RUNPOD_API_KEY: `rpa_${random()}`,
    STRIPE_SECRET_KEY: `sk_test_${random()}`,
    STRIPE_WEBHOOK_SECRET: `whsec_${random()}`,
    PRESS_API_KEY: `press_${random()}`,
    PRESS_WEBHOOK_SECRET: random(),
  }
  const lines = Object.entries(secrets).map(([name, value]) => `${name}=${value}`)
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 })
}
