import { seal, unseal } from '../../domain/seal.ts'
import type { IdentityStore } from '../../ports/identity-store.ts'

const daySeconds = 24 * 3600

/** Identities sealed in Workers KV. @param secret of the Worker's; with another one nothing opens any more */
export function sealedKv(kv: KVNamespace, secret: string): IdentityStore {
  return {
    async keep(key, identity) {
      await kv.put(key, await seal(secret, key, identity), { expirationTtl: daySeconds })
    },
    async read(key) {
      const sealed = await kv.get(key, 'arrayBuffer')
      return sealed ? unseal(secret, key, new Uint8Array(sealed)) : undefined
    },
    forget: (key) => kv.delete(key),
  }
}
