import type { Context } from 'hono'
import type { Env } from '../env.ts'
import type { Services } from '../services.ts'

/** What every route finds in its context. */
export interface AppEnv {
  Bindings: Env
  Variables: { services: Services; requestId: string }
}

export type AppContext = Context<AppEnv>
