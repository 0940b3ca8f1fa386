/**
 * RunPod hands a worker its addresses as templates. Known shapes:
 * `…/job-take/$ID?gpu=…` and `…/job-done/$RUNPOD_POD_ID/$ID?gpu=…`. In the take template `$ID` is the WORKER's id,
 * in the done and stream templates it is the JOB's; some deployments write `$RUNPOD_POD_ID` in the take template too.
 */

/** Fills a take or ping template: both placeholders mean the worker. Every other byte stays as it was. */
export function fillWorkerTemplate(template: string, workerId: string): string {
  return fillPlaceholder(fillPlaceholder(template, '$RUNPOD_POD_ID', workerId), '$ID', workerId)
}

/** Fills a done or stream template: `$RUNPOD_POD_ID` is the worker, `$ID` the job. */
export function fillJobTemplate(template: string, workerId: string, jobId: string): string {
  return fillPlaceholder(fillPlaceholder(template, '$RUNPOD_POD_ID', workerId), '$ID', jobId)
}

/**
 * Appends query pairs in the order given, with `?` or `&` as the address needs. It works on the text, because a URL
 * object would rewrite the query that is already there (`NVIDIA+A100` must not become `NVIDIA%2BA100`).
 */
export function appendQuery(address: string, pairs: readonly (readonly [string, string])[]): string {
  if (pairs.length === 0) {
    return address
  }
  const query = pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
  if (!address.includes('?')) {
    return `${address}?${query}`
  }
  const separator = address.endsWith('?') || address.endsWith('&') ? '' : '&'
  return `${address}${separator}${query}`
}

/** The batch form of a filled take address, or `undefined` where the address has no `/job-take/` part. */
export function batchTakeAddress(takeAddress: string): string | undefined {
  return swapTakePart(takeAddress, '/job-take-batch/')
}

/** The stop channel of a filled take address (its address is derived, no variable names it), or `undefined`. */
export function stopAddress(takeAddress: string): string | undefined {
  return swapTakePart(takeAddress, '/job-stop/')
}

function swapTakePart(takeAddress: string, part: string): string | undefined {
  return takeAddress.includes('/job-take/') ? takeAddress.replace('/job-take/', part) : undefined
}

function fillPlaceholder(template: string, placeholder: string, value: string): string {
  return template.split(placeholder).join(encodeURIComponent(value))
}
