const levels = ['DEBUG', 'INFO', 'WARN', 'ERROR'] as const

/** The levels RunPod's console knows, least urgent first. */
export type LogLevel = (typeof levels)[number]

/** Log lines about one thing: the worker itself, or one job. */
export interface WorkerLog {
  debug(message: string): void
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}

export interface LogSink {
  /** Lines below this level are not written. */
  level: LogLevel
  /** Gets one line without its line break. */
  write(line: string): void
}

/** Longer messages lose their middle, as RunPod's own worker cuts them. */
const maxMessageCharacters = 4096

/**
 * A log that writes RunPod's one-line shape `{"requestId","message","level"}`, by which its console groups lines.
 * `requestId` is the job's id, `null` for lines of the worker itself.
 */
export function createLog(sink: LogSink, requestId: string | null = null): WorkerLog {
  const writeAt = (level: LogLevel) => (message: string) => {
    if (levels.indexOf(level) >= levels.indexOf(sink.level)) {
      sink.write(JSON.stringify({ requestId, message: cutMiddle(message), level }))
    }
  }
  return {
    debug: writeAt('DEBUG'),
    info: writeAt('INFO'),
    warn: writeAt('WARN'),
    error: writeAt('ERROR'),
  }
}

/** Reads a level by RunPod's name or by its index (NOTSET, TRACE, DEBUG, INFO, WARN, ERROR); unknown means DEBUG. */
export function readLogLevel(text: string | undefined): LogLevel {
  const name = (text ?? '').trim().toUpperCase()
  const byIndex: Record<string, LogLevel> = { '3': 'INFO', '4': 'WARN', '5': 'ERROR' }
  return levels.find((level) => level === name) ?? byIndex[name] ?? 'DEBUG'
}

function cutMiddle(message: string): string {
  if (message.length <= maxMessageCharacters) {
    return message
  }
  const half = Math.floor((maxMessageCharacters - 20) / 2)
  return `${message.slice(0, half)} …(cut)… ${message.slice(-half)}`
}
