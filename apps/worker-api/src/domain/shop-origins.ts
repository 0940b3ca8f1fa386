/**
 * Whose pages may call the public API: a list of origins, separated by spaces, in which `*` stands for one label of the
 * host (`https://*.myshopify.com`); a lone `*` is everybody.
 */
export function allowedOrigin(list: string, origin: string): string | undefined {
  const patterns = list.split(/\s+/).filter((pattern) => pattern !== '')
  if (patterns.includes('*')) return '*'
  const isAllowed = patterns.some((pattern) => {
    const source = pattern.split('*').map(escapeRegExp).join('[a-z0-9-]+')
    return new RegExp(`^${source}$`).test(origin)
  })
  return isAllowed ? origin : undefined
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
