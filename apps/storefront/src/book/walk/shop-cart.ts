import { ApiProblem } from '../../api/call-api.ts'

/** Where the book is paid when that is not our own checkout: the cart of the shop whose page this is. */
export interface ShopCart {
  /** Says for which shop the preview is made; undefined where the shop has no such word. */
  ticket(): Promise<string | undefined>
  /** Puts the book in; answers where the parent goes on, if that is another page. */
  add(previewId: string, quantity: number): Promise<string | undefined>
}

/** The cart that an element's attributes name; undefined where the book is paid at our own checkout. */
export function cartOf(
  element: EventTarget & { readonly variant: string; readonly ticket: string; readonly checkout: string },
): ShopCart | undefined {
  if (element.variant) return shopifyCart(element.variant, element.ticket)
  if (element.checkout !== 'event') return undefined
  return toldCart((detail) =>
    element.dispatchEvent(new CustomEvent('foxetales-approved', { detail, bubbles: true, composed: true })),
  )
}

/**
 * The cart of a Shopify theme, on this page's own origin (https://shopify.dev/docs/api/ajax/reference/cart). The preview's
 * id travels as a line property; its underscore keeps it out of the customer's sight.
 */
function shopifyCart(variant: string, ticketPath: string): ShopCart {
  return {
    async ticket() {
      if (ticketPath === '') return undefined
      const { ticket } = await ask<{ ticket: string }>(ticketPath)
      return ticket
    },
    async add(previewId, quantity) {
      const items = [{ id: Number(variant), quantity, properties: { _preview_id: previewId } }]
      await ask('/cart/add.js', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ items }),
      })
      return '/cart'
    },
  }
}

/** A cart that the page keeps itself (Hydrogen): it is told what to put in. */
function toldCart(tell: (line: { previewId: string; quantity: number }) => void): ShopCart {
  return {
    ticket: async () => undefined,
    async add(previewId, quantity) {
      tell({ previewId, quantity })
      return undefined
    },
  }
}

async function ask<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  let answer: Response
  try {
    answer = await fetch(path, { cache: 'no-store', ...init })
    // The shop's own pages answer; only that they did is looked at here.
    if (answer.ok) return (await answer.json()) as Answer
  } catch (cause) {
    throw new ApiProblem({
      status: 0,
      code: 'NO_CONNECTION',
      message: 'No answer came.',
      retryable: true,
      cause,
    })
  }
  throw new ApiProblem({
    status: answer.status,
    code: 'SHOP_UNAVAILABLE',
    message: 'The shop did not answer.',
    retryable: true,
  })
}
