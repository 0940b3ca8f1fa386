/** A stage of the main job on the terminal: one line, redrawn in place where that is possible. */
export interface Stage {
  /** `done` of `total` as a bar, and what happens in words. */
  update(done: number, total: number, words?: string): void
  end(words: string): void
}

const barWidth = 18
const labelWidth = 22
const redrawMs = 80

/** Writes stages to a terminal with progress bars, or as plain lines where output is kept (a file, CI). */
export function stagePrinter(out: NodeJS.WriteStream, now: () => number) {
  const live = out.isTTY === true
  const timings: Record<string, number> = {}

  return {
    timings,
    line(text = ''): void {
      out.write(`${text}\n`)
    },
    stage(label: string): Stage {
      const begun = now()
      let bar = ''
      let words = ''
      const seconds = () => `${((now() - begun) / 1000).toFixed(1)} s`.padStart(7)
      const draw = () => out.write(`\r\x1b[2K  … ${label.padEnd(labelWidth)}${seconds()}  ${bar}${words}`)
      const timer = live ? setInterval(draw, redrawMs) : undefined
      if (live) draw()
      else out.write(`  … ${label}\n`)
      return {
        update(done, total, text) {
          const filled = total > 0 ? Math.round((done / total) * barWidth) : 0
          bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${done}/${total}  `
          if (text !== undefined) words = text
        },
        end(text) {
          clearInterval(timer)
          timings[label] = Math.round(now() - begun)
          const line = `  ✓ ${label.padEnd(labelWidth)}${seconds()}  ${text}\n`
          out.write(live ? `\r\x1b[2K${line}` : line)
        },
      }
    },
  }
}
export type StagePrinter = ReturnType<typeof stagePrinter>
