import { AppError } from '@foxetales/shared-schemas/errors'
import type { PrintVendor } from '../../ports/print-vendor.ts'
import type { PrinterKind, PrinterTools } from './printer-kind.ts'

/**
 * Opens every printer whose settings are there. Those named get new books and must be complete; the others are still
 * asked about the books they have. Throws BAD_ENVIRONMENT naming what a named one lacks.
 */
export function openPrinters(
  kinds: readonly PrinterKind[],
  forNewBooks: readonly string[],
  env: Record<string, unknown>,
  tools: PrinterTools,
): { all: PrintVendor[]; forNewBooks: PrintVendor[]; named(name: string): PrintVendor | undefined } {
  const all = kinds.flatMap((kind) => {
    const opened = kind.open(env, tools)
    if (!('missing' in opened)) return [opened]
    if (forNewBooks.includes(kind.name)) throw new AppError('BAD_ENVIRONMENT', { missing: opened.missing })
    return []
  })
  const named = (name: string) => all.find((printer) => printer.name === name)
  return {
    all,
    named,
    forNewBooks: forNewBooks.map((name) => {
      const printer = named(name)
      if (!printer) throw new AppError('BAD_ENVIRONMENT', { missing: ['PRINT_VENDORS'], unknown: name })
      return printer
    }),
  }
}
