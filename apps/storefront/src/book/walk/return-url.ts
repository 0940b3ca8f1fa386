/** Where the checkout sends the parent back to: this very page, at the order. */
export function returnUrl(): string {
  const here = new URL(location.href)
  here.hash = ''
  return `${here.href}#order-{ORDER_ID}`
}
