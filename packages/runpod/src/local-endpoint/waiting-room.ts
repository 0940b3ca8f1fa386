/** Requests held open until there is something to answer (long polls). */
export interface WaitingRoom {
  /**
   * Tries at once, then on every wake, in order of arrival. Resolves to the first value that is not `undefined`, or to
   * `undefined` after `holdMs`, when `gone` is aborted (the asker left) or when the room closes.
   */
  hold<Answer>(
    attempt: () => Answer | undefined,
    holdMs: number,
    gone: AbortSignal,
  ): Promise<Answer | undefined>
  /** Something changed. */
  wake(): void
  close(): void
}

interface Guest {
  tryAgain(): void
  leave(): void
}

/** An empty room. */
export function createWaitingRoom(): WaitingRoom {
  const guests = new Set<Guest>()
  let closed = false
  return {
    hold<Answer>(attempt: () => Answer | undefined, holdMs: number, gone: AbortSignal) {
      const immediately = attempt()
      if (immediately !== undefined || gone.aborted || closed) {
        return Promise.resolve(immediately)
      }
      return new Promise<Answer | undefined>((resolve) => {
        const settle = (answer: Answer | undefined) => {
          clearTimeout(timer)
          gone.removeEventListener('abort', leave)
          guests.delete(guest)
          resolve(answer)
        }
        const leave = () => settle(undefined)
        const guest: Guest = {
          tryAgain() {
            const answer = attempt()
            if (answer !== undefined) {
              settle(answer)
            }
          },
          leave,
        }
        const timer = setTimeout(leave, holdMs)
        gone.addEventListener('abort', leave, { once: true })
        guests.add(guest)
      })
    },
    wake() {
      for (const guest of [...guests]) {
        guest.tryAgain()
      }
    },
    close() {
      closed = true
      for (const guest of [...guests]) {
        guest.leave()
      }
    },
  }
}
