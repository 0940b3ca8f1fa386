/** A literal that could not be read as its input's type; the message is Python's, as ComfyUI shows it. */
export class CoercionError extends Error {
  override readonly name = 'CoercionError'
}

function pythonTypeName(value: unknown): string {
  if (value === null || value === undefined) return 'NoneType'
  return Array.isArray(value) ? 'list' : 'dict'
}

function toInteger(value: unknown): number {
  if (typeof value === 'number') return Math.trunc(value)
  if (typeof value === 'boolean') return Number(value)
  if (typeof value !== 'string') {
    throw new CoercionError(
      `int() argument must be a string, a bytes-like object or a real number, not '${pythonTypeName(value)}'`,
    )
  }
  if (!/^\s*[+-]?\d+\s*$/.test(value)) {
    throw new CoercionError(`invalid literal for int() with base 10: '${value}'`)
  }
  return Number(value)
}

function toFloat(value: unknown): number {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return Number(value)
  if (typeof value !== 'string') {
    throw new CoercionError(
      `float() argument must be a string or a real number, not '${pythonTypeName(value)}'`,
    )
  }
  const number = value.trim() === '' ? Number.NaN : Number(value)
  if (Number.isNaN(number)) throw new CoercionError(`could not convert string to float: '${value}'`)
  return number
}

/** How Python's `str` writes a JSON value; only the plain ones matter to a file name or a prompt. */
export function pythonText(value: unknown): string {
  if (value === null || value === undefined) return 'None'
  if (value === true) return 'True'
  if (value === false) return 'False'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Python's truthiness: the text "false" is true, an empty text, list or object is not. */
function isTruthy(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0
  return Boolean(value)
}

/**
 * Reads a literal as ComfyUI does: `int()`, `float()`, `str()`, `bool()`; other types are left alone.
 * @throws {CoercionError}
 */
export function coerceLiteral(value: unknown, type: string): unknown {
  switch (type) {
    case 'INT':
      return toInteger(value)
    case 'FLOAT':
      return toFloat(value)
    case 'STRING':
      return pythonText(value)
    case 'BOOLEAN':
      return isTruthy(value)
    default:
      return value
  }
}
