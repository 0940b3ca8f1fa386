import type * as z from 'zod'
import type { PrintVendor } from '../../ports/print-vendor.ts'
import type { VendorAccess } from './call-vendor.ts'

/** What every adapter is given beside its own settings. */
export type PrinterTools = VendorAccess & {
  /** Unix ms. */
  now: () => number
  /** Outlives a request: where a token is kept until it runs out. */
  memory: Map<string, { value: string; until: number }>
}

/** A printer that can be configured: its settings by their names in the environment, and how it is opened. */
export type PrinterKind = {
  readonly name: string
  /** The printer, or the names of settings that are missing or malformed. */
  open(env: Record<string, unknown>, tools: PrinterTools): PrintVendor | { missing: string[] }
}

export function printerKind<Settings extends z.ZodType>(
  name: string,
  settings: Settings,
  open: (settings: z.infer<Settings>, tools: PrinterTools) => PrintVendor,
): PrinterKind {
  return {
    name,
    open(env, tools) {
      const read = settings.safeParse(env)
      if (read.success) return open(read.data, tools)
      return { missing: [...new Set(read.error.issues.map((issue) => String(issue.path[0])))] }
    },
  }
}

/** `12.34` as 1234; amounts come as text, and never pass through a float. Undefined for what is no amount. */
export function minorUnits(amount: string | number): number | undefined {
  const match = /^(\d+)(?:\.(\d{1,2})(\d*))?$/.exec(String(amount))
  if (!match) return undefined
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

/** Points (1/72 in) of a length in millimetres. */
export const mm = (length: number) => (length * 72) / 25.4

/**
 * What stands where a country has no postal code: these printers' forms want something in that field. None of them says
 * what, so it is on the list of what to confirm (docs/printers.md).
 */
export const noPostcode = '-'

/** Whither no carrier of these printers goes. */
export const embargoed = ['CU', 'IR', 'KP', 'RU', 'SY']
