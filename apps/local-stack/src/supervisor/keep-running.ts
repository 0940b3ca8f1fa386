import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'

export interface KeptProcess {
  readonly name: string
  /** The running child's process id, while there is one. */
  pid(): number | undefined
  /** How often it was started. */
  starts(): number
  /** Ends it and everything it started, for good. */
  stop(): Promise<void>
}

export interface ProcessPlan {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  readonly logFile: string
}

const firstPauseMs = 300
const longestPauseMs = 5000
/** A process that lived this long was well: the next pause is short again. */
const wellMs = 10_000
const graceMs = 4000

/**
 * Starts a program and starts it again whenever it ends, as a machine's own supervisor would: kill it and see. It runs in
 * a process group of its own, so that what it started ends with it.
 */
export function keepRunning(plan: ProcessPlan): KeptProcess {
  const log = createWriteStream(plan.logFile, { flags: 'a' })
  let child: ChildProcess | undefined
  let starts = 0
  let stopping = false
  let pauseMs = firstPauseMs
  let timer: NodeJS.Timeout | undefined

  function start(): void {
    const begun = Date.now()
    starts += 1
    child = spawn(plan.command, [...plan.args], {
      cwd: plan.cwd,
      env: { ...process.env, ...plan.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    child.stdout?.pipe(log, { end: false })
    child.stderr?.pipe(log, { end: false })
    child.on('error', (fault) => log.write(`${plan.name} could not start: ${fault.message}\n`))
    child.on('close', (code, signal) => {
      log.write(`${plan.name} ended (${signal ?? code})\n`)
      killGroup(child?.pid, 'SIGKILL')
      child = undefined
      if (stopping) return
      pauseMs = Date.now() - begun > wellMs ? firstPauseMs : Math.min(pauseMs * 2, longestPauseMs)
      timer = setTimeout(start, pauseMs)
    })
  }
  start()

  return {
    name: plan.name,
    pid: () => child?.pid,
    starts: () => starts,
    async stop() {
      stopping = true
      clearTimeout(timer)
      const running = child
      if (running) {
        const ended = new Promise<void>((resolve) => running.once('close', () => resolve()))
        killGroup(running.pid, 'SIGTERM')
        const hurry = setTimeout(() => killGroup(running.pid, 'SIGKILL'), graceMs)
        await ended
        clearTimeout(hurry)
      }
      await new Promise<void>((resolve) => log.end(resolve))
    },
  }
}

function killGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, signal)
  } catch (fault) {
    // ESRCH: everything in the group has ended already.
    if ((fault as NodeJS.ErrnoException).code !== 'ESRCH') throw fault
  }
}
