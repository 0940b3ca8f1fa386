/** Opens a hosted checkout page and submits its form with what it is filled with, as a browser would. */
export async function submitCheckout(checkoutUrl: string): Promise<void> {
  const page = await fetch(checkoutUrl)
  const html = await page.text()
  const form = /<form[^>]*action="([^"]+)"[^>]*>([\s\S]*?)<\/form>/i.exec(html)
  if (!page.ok || !form?.[1] || form[2] === undefined)
    throw new Error('the checkout page has no form to pay with')
  const answer = await fetch(new URL(decode(form[1]), checkoutUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: fieldsOf(form[2]),
    redirect: 'manual',
  })
  if (answer.status < 300 || answer.status >= 400)
    throw new Error(`the payment was not taken (${answer.status})`)
}

function fieldsOf(form: string): URLSearchParams {
  const fields = new URLSearchParams()
  for (const [tag] of form.matchAll(/<input\b[^>]*>/gi)) {
    const name = attribute(tag, 'name')
    const isLeftOut = attribute(tag, 'type') === 'radio' && !/\bchecked\b/i.test(tag)
    if (name && !isLeftOut) fields.set(name, attribute(tag, 'value') ?? '')
  }
  for (const [, open, options] of form.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/gi)) {
    const name = attribute(open ?? '', 'name')
    const chosen =
      /<option\b[^>]*\bselected\b[^>]*>/i.exec(options ?? '') ?? /<option\b[^>]*>/i.exec(options ?? '')
    if (name && chosen) fields.set(name, attribute(chosen[0], 'value') ?? '')
  }
  return fields
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\b${name}="([^"]*)"`, 'i').exec(tag)
  return match?.[1] === undefined ? undefined : decode(match[1])
}

function decode(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
}
