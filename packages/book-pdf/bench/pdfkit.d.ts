/** As much of pdfkit as the benchmark uses; the package comes without types. */
declare module 'pdfkit' {
  // biome-ignore lint/style/noDefaultExport: that is how pdfkit exports it
  export default class PDFDocument {
    constructor(options: { size: [number, number]; autoFirstPage: boolean; margin: number })
    pipe(target: NodeJS.WritableStream): void
    font(file: string): this
    fontSize(points: number): this
    fillColor(colour: string): this
    addPage(): this
    image(bytes: Uint8Array, x: number, y: number, options: { width: number; height: number }): this
    text(text: string, x: number, y: number): this
    end(): void
  }
}
