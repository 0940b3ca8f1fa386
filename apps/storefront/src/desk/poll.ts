/** How often the desk reads again what it shows. */
const pollMs = 3000

/**
 * Reads at once and then every few seconds, while somebody can see the page; a tab that comes back to the front reads at
 * once. `read` never rejects. Answers `again`, which drops a read that is under way and begins anew, and `stop`.
 */
export function pollWhileVisible(
  page: Document,
  read: (signal: AbortSignal) => Promise<void>,
): { again(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let current = new AbortController()

  async function run(signal: AbortSignal): Promise<void> {
    if (page.visibilityState === 'visible') await read(signal)
    if (!signal.aborted) timer = setTimeout(() => void run(signal), pollMs)
  }
  function stop(): void {
    clearTimeout(timer)
    current.abort()
  }
  function again(): void {
    stop()
    current = new AbortController()
    void run(current.signal)
  }
  page.addEventListener('visibilitychange', () => {
    if (page.visibilityState === 'visible' && !current.signal.aborted) again()
  })
  current.abort()
  return { again, stop }
}
