import type { PrinterTools } from './played-printer.ts'

export interface WantedFile {
  readonly url: string
  readonly md5?: string | undefined
  /** Judges the pages' sizes (mm); a sentence for what is wrong. */
  readonly judge: (pages: readonly (readonly [number, number])[]) => string | undefined
}

/**
 * Fetches a customer's file as these printers do (HEAD, a range, the whole) and looks at it. The sentence says what is
 * wrong; nothing, when it can be printed. Never the address: its signature opens the file.
 */
export async function takeIn(tools: PrinterTools, file: WantedFile): Promise<string | undefined> {
  try {
    const ask = (init: RequestInit) => tools.fetch(new Request(file.url, { redirect: 'manual', ...init }))
    const head = await ask({ method: 'HEAD' })
    if (head.status !== 200) return `HEAD was answered with ${head.status}`
    if (!head.headers.get('content-type')?.startsWith('application/pdf')) return 'the type is no PDF'
    const part = await ask({ headers: { range: 'bytes=0-99' } })
    if (part.status !== 206 || (await part.arrayBuffer()).byteLength !== 100) return 'ranges are not served'
    const whole = await ask({})
    if (whole.status !== 200) return `GET was answered with ${whole.status}`
    const bytes = new Uint8Array(await whole.arrayBuffer())
    const told = head.headers.get('content-length')
    if (told !== null && Number(told) !== bytes.length) return 'the length is not the one told'
    if (file.md5 && file.md5 !== (await tools.md5(bytes))) return 'the MD5 is another'
    const pages = await tools.readPdf(bytes)
    return typeof pages === 'string' ? pages : file.judge(pages)
  } catch {
    return 'it could not be fetched'
  }
}

/** Whether every page measures this, to a third of a millimetre. */
export function allMeasure(
  pages: readonly (readonly [number, number])[],
  [width, height]: readonly [number, number],
): boolean {
  return pages.every(([w, h]) => Math.abs(w - width) < 0.35 && Math.abs(h - height) < 0.35)
}
