import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { type Crop, largestZoom, settle, turnRight, wholePhoto } from '../photo/crop.ts'
import { showFrame } from '../photo/draw-photo.ts'
import { type Photo, type PhotoFault, readPhoto } from '../photo/read-photo.ts'
import type { Words } from '../words/english.ts'
import { dragFrame } from './drag-frame.ts'

export interface PhotoChoice {
  /** None while a file is being read. */
  readonly photo: Photo | undefined
  readonly crop: Crop
}

const framePx = 640

/**
 * Picks, turns and frames the photo. Drawn into the parent's own shadow tree, so that its styles and labels reach in.
 * Says `photo-change` (detail: PhotoChoice) and `photo-fault` (detail: PhotoFault).
 */
export class PhotoField extends LitElement {
  static override properties = {
    words: { attribute: false },
    photo: { attribute: false },
    crop: { attribute: false },
    fault: { attribute: false },
    reading: { state: true },
    dragOver: { state: true },
  }
  declare words: Words['form']
  declare photo: Photo | undefined
  declare crop: Crop
  declare fault: string | undefined
  declare reading: boolean
  declare dragOver: boolean
  private newest: File | undefined

  constructor() {
    super()
    this.crop = wholePhoto
    this.reading = false
    this.dragOver = false
  }

  override createRenderRoot(): this {
    return this
  }

  override render(): TemplateResult {
    const { words } = this
    return html`
      <div
        class="field photo ${this.dragOver ? 'drag-over' : ''}"
        id="field-photo"
        role="group"
        aria-labelledby="photo-title"
        aria-describedby="photo-hint ${this.fault ? 'photo-fault' : ''}"
        @dragover=${(event: DragEvent) => this.onDrag(event, true)}
        @dragleave=${(event: DragEvent) => this.onDrag(event, false)}
        @drop=${(event: DragEvent) => this.onDrop(event)}
      >
        <h3 id="photo-title">${words.photo}</h3>
        <p class="hint" id="photo-hint">${words.photoHint}</p>
        ${this.photo ? this.renderFrame(this.photo) : this.renderEmpty()}
        <p class="fault" id="photo-fault" role="alert">${this.fault ?? nothing}</p>
      </div>
    `
  }

  private renderEmpty(): TemplateResult {
    const { words } = this
    return html`
      <div class="drop">
        <svg class="camera" viewBox="0 0 64 48" aria-hidden="true">
          <path d="M22 8l4-6h12l4 6h14a6 6 0 0 1 6 6v26a6 6 0 0 1-6 6H8a6 6 0 0 1-6-6V14a6 6 0 0 1 6-6z" />
          <circle cx="32" cy="27" r="11" />
        </svg>
        <div class="pickers">${this.picker('photo-file', words.choosePhoto, false)}
          ${this.picker('photo-camera', words.takePhoto, true)}</div>
        <p class="hint drop-hint">${words.orDrop}</p>
        <p class="hint" role="status">${this.reading ? words.reading : nothing}</p>
      </div>
    `
  }

  private renderFrame(photo: Photo): TemplateResult {
    const { words } = this
    const most = largestZoom(photo)
    return html`
      <canvas
        class="frame"
        width=${framePx}
        height=${framePx}
        role="img"
        tabindex="0"
        aria-label=${words.frame}
        ${dragFrame({
          photo,
          crop: () => this.crop,
          change: (crop) => this.tell({ photo, crop }),
        })}
      ></canvas>
      <div class="tools">
        <label class="zoom">
          <span>${words.zoom}</span>
          <input
            type="range"
            min="1"
            max=${most}
            step="0.05"
            ?disabled=${most <= 1}
            .value=${String(this.crop.zoom)}
            @input=${(event: Event) => this.zoomTo(photo, Number((event.target as HTMLInputElement).value))}
          />
        </label>
        <button type="button" class="plain" @click=${() => this.tell({ photo, crop: turnRight(photo, this.crop) })}>
          <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M19 5v5h-5M18.500 10A7 7 0 1 0 19 14" />
          </svg>
          ${words.turn}
        </button>
        ${this.picker('photo-file', words.anotherPhoto, false)}
      </div>
      <p class="hint" role="status">${this.reading ? words.reading : nothing}</p>
    `
  }

  /** The input itself is out of sight but not out of reach: its label is the button. */
  private picker(id: string, label: string, camera: boolean): TemplateResult {
    return html`
      <span class="picker ${camera ? 'camera-picker' : ''}">
        <input
          type="file"
          id=${id}
          accept="image/jpeg,image/png,image/webp,image/heic,image/heif,image/avif"
          capture=${camera ? 'user' : nothing}
          aria-describedby="photo-hint photo-fault"
          @change=${(event: Event) => this.onFile(event.target as HTMLInputElement)}
        />
        <label for=${id} class="button-like">${label}</label>
      </span>
    `
  }

  override updated(): void {
    const canvas = this.querySelector('canvas')
    if (canvas && this.photo) showFrame(canvas, this.photo, this.crop)
  }

  private onDrag(event: DragEvent, isOver: boolean): void {
    event.preventDefault()
    this.dragOver = isOver
  }

  private onDrop(event: DragEvent): void {
    event.preventDefault()
    this.dragOver = false
    const file = event.dataTransfer?.files[0]
    if (file) void this.take(file)
  }

  private onFile(input: HTMLInputElement): void {
    const file = input.files?.[0]
    // The same file chosen again is a choice too.
    input.value = ''
    if (file) void this.take(file)
  }

  /** The photo that was here goes at once: it can be neither framed nor sent while another one is being read. */
  private async take(file: File): Promise<void> {
    this.tell({ photo: undefined, crop: wholePhoto })
    this.reading = true
    this.newest = file
    const photo = await readPhoto(file)
    if (this.newest !== file) {
      if (typeof photo !== 'string') photo.bitmap.close()
      return
    }
    this.reading = false
    if (typeof photo === 'string') this.say<PhotoFault>('photo-fault', photo)
    else this.tell({ photo, crop: wholePhoto })
  }

  private zoomTo(photo: Photo, zoom: number): void {
    this.tell({ photo, crop: settle(photo, { ...this.crop, zoom }) })
  }

  private tell(choice: PhotoChoice): void {
    this.say('photo-change', choice)
  }

  private say<Detail>(name: string, detail: Detail): void {
    this.dispatchEvent(new CustomEvent<Detail>(name, { detail }))
  }
}
