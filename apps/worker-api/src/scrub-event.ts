import type { ErrorEvent } from '@sentry/cloudflare'

/** Leaves only what helps to mend a fault: no body, no header, no query, no signed address, no breadcrumb. */
export function scrubEvent(event: ErrorEvent): ErrorEvent {
  const { request: _request, user: _user, breadcrumbs: _breadcrumbs, server_name: _server, ...kept } = event
  return {
    ...kept,
    ...(event.transaction ? { transaction: withoutTokens(event.transaction) } : {}),
    ...(event.message ? { message: withoutTokens(event.message) } : {}),
    ...(event.exception?.values
      ? {
          exception: {
            values: event.exception.values.map((value) => ({
              ...value,
              ...(value.value ? { value: withoutTokens(value.value) } : {}),
            })),
          },
        }
      : {}),
  }
}

/** Signed links and tokens in a text become `…`. */
function withoutTokens(text: string): string {
  return text
    .replace(/\/(files|callbacks\/\w+)\/[\w.-]+/g, '/$1/…')
    .replace(/([?&]token=)[\w-]+/g, '$1…')
    .replace(/\bhttps?:\/\/\S+/g, (url) => url.split('?')[0] ?? '…')
}
