/** `?, ?, ?` for a list of values. */
export function placeholders(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ')
}

/** Whether a guarded UPDATE found its row in a state it may leave: false means somebody else was first, or never. */
export function moved(result: D1Result): boolean {
  return result.meta.changes > 0
}
