import { declaredPages, sendsTo } from '../domain/printer-rules.ts'
import type { ShippingOption } from '../ports/print-vendor.ts'
import type { Services } from '../services.ts'

/**
 * What a parcel to this country costs, cheapest first, asked of the first preferred printer that sends there and answers;
 * empty when nobody sends there. `pages` are the story's. Throws PRINT_VENDOR_UNAVAILABLE when none that might answers.
 */
export async function quoteShipping(
  services: Pick<Services, 'printers' | 'report'>,
  request: { country: string; copies: number; pages: number; currency: string },
): Promise<ShippingOption[]> {
  const printers = services.printers.forNewBooks.filter(({ capabilities }) =>
    sendsTo(capabilities, request.country),
  )
  let fault: unknown
  for (const printer of printers) {
    const pages = declaredPages(printer.capabilities.format, request.pages)
    try {
      const options = await printer.quote({ ...request, pages })
      if (options.length > 0) return options
    } catch (caught) {
      services.report(caught, { during: 'quote', vendor: printer.name })
      fault = caught
    }
  }
  if (fault) throw fault
  return []
}
