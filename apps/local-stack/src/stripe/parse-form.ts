import type * as z from 'zod'
import { badParameter } from './stripe-error.ts'

/** A form in Stripe's bracket notation as nested values: `a[b][0][c]=d` and `a[]=d`. All leaves are strings. */
export type FormValue = string | FormValue[] | { [key: string]: FormValue }

interface Branch {
  readonly children: Map<string, Branch | string>
}

/** Reads bracketed parameters from a body or a query. @throws StripeApiError for a name that contradicts another */
export function parseForm(params: URLSearchParams): FormValue {
  const root: Branch = { children: new Map() }
  for (const [name, value] of params) {
    const path = [
      name.replace(/\[.*$/s, ''),
      ...[...name.matchAll(/\[([^\]]*)\]/g)].map(([, key]) => key ?? ''),
    ]
    insert(root, path, value, name)
  }
  return asValue(root)
}

function insert(root: Branch, path: readonly string[], value: string, name: string): void {
  let branch = root
  for (const [depth, part] of path.entries()) {
    // `a[]` appends.
    const key = part === '' ? String(branch.children.size) : part
    if (depth === path.length - 1) {
      branch.children.set(key, value)
      return
    }
    const next = branch.children.get(key) ?? { children: new Map() }
    if (typeof next === 'string') throw badParameter(name, `Invalid parameter: ${name}`)
    branch.children.set(key, next)
    branch = next
  }
}

function asValue(branch: Branch): FormValue {
  const keys = [...branch.children.keys()]
  const isList = keys.length > 0 && keys.every((key, index) => key === String(index))
  const values = [...branch.children.values()].map((child) =>
    typeof child === 'string' ? child : asValue(child),
  )
  if (isList) return values
  // fromEntries defines properties, so that a key such as __proto__ stays a plain key.
  return Object.fromEntries(keys.map((key, index) => [key, values[index] ?? '']))
}

/** Checks parameters and words what is wrong as Stripe does. @throws StripeApiError 400 */
export function checkParameters<Schema extends z.ZodType>(
  schema: Schema,
  params: FormValue,
): z.infer<Schema> {
  const checked = schema.safeParse(params)
  if (checked.success) return checked.data
  const issue = checked.error.issues[0]
  const param = bracketed(issue?.path ?? [])
  if (issue?.code === 'unrecognized_keys') {
    const unknown = bracketed([...issue.path, issue.keys[0] ?? ''])
    throw badParameter(unknown, `Received unknown parameter: ${unknown}`, 'parameter_unknown')
  }
  if (issue?.code === 'invalid_type' && issue.input === undefined && !hasValue(params, issue.path)) {
    throw badParameter(param, `Missing required param: ${param}.`, 'parameter_missing')
  }
  throw badParameter(param, `Invalid ${param}: ${issue?.message ?? 'not accepted'}`)
}

function hasValue(params: FormValue, path: readonly PropertyKey[]): boolean {
  let value: unknown = params
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return false
    value = Reflect.get(value, key)
  }
  return value !== undefined
}

function bracketed(path: readonly PropertyKey[]): string {
  return path.map((key, index) => (index === 0 ? String(key) : `[${String(key)}]`)).join('')
}
