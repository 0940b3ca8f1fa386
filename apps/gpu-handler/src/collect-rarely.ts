import { setFlagsFromString } from 'node:v8'

/**
 * V8 looks through its whole heap whenever 64 MB of pixels were handed out, seven times a page, and finds next to nothing
 * to free in it: a third of this program's processor time. Told to count pixels into its ordinary limit, and to let that
 * grow to twice what is alive, it collects once or twice a page, for about a hundred megabytes more at the peak.
 */
export function collectRarely(): void {
  setFlagsFromString('--external-memory-accounted-in-global-limit')
  setFlagsFromString('--external-memory-max-growing-factor=2')
  setFlagsFromString('--heap-growing-percent=100')
}
