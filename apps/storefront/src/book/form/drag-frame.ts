import { noChange } from 'lit'
import { Directive, directive, type ElementPart } from 'lit/directive.js'
import { type Crop, frameOf, settle, turnedSize } from '../photo/crop.ts'
import type { Photo } from '../photo/read-photo.ts'

export interface FrameMoves {
  readonly photo: Photo
  crop(): Crop
  change(crop: Crop): void
}

/** One finger or the mouse moves the photo, two fingers or the wheel bring it closer, arrow keys do both by hand. */
class DragFrame extends Directive {
  private moves: FrameMoves | undefined
  private readonly fingers = new Map<number, { x: number; y: number }>()
  private isListening = false

  render(_moves: FrameMoves): unknown {
    return noChange
  }

  override update(part: ElementPart, [moves]: [FrameMoves]): unknown {
    this.moves = moves
    if (!this.isListening && part.element instanceof HTMLCanvasElement) {
      this.isListening = true
      this.listen(part.element)
    }
    return noChange
  }

  private listen(canvas: HTMLCanvasElement): void {
    canvas.addEventListener('pointerdown', (event) => {
      canvas.setPointerCapture(event.pointerId)
      this.fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    })
    canvas.addEventListener('pointermove', (event) => this.onMove(canvas, event))
    for (const end of ['pointerup', 'pointercancel'] as const) {
      canvas.addEventListener(end, (event) => this.fingers.delete(event.pointerId))
    }
    canvas.addEventListener('wheel', (event) => {
      event.preventDefault()
      this.zoomBy(Math.exp(-event.deltaY / 400))
    })
    canvas.addEventListener('keydown', (event) => this.onKey(event))
  }

  private onMove(canvas: HTMLCanvasElement, event: PointerEvent): void {
    const from = this.fingers.get(event.pointerId)
    if (!from) return
    const spread = this.fingerSpread()
    this.fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    if (this.fingers.size === 2 && spread > 0) this.zoomBy(this.fingerSpread() / spread)
    else if (this.fingers.size === 1) {
      const { clientWidth } = canvas
      this.moveBy((from.x - event.clientX) / clientWidth, (from.y - event.clientY) / clientWidth)
    }
  }

  private fingerSpread(): number {
    const [first, second] = [...this.fingers.values()]
    return first && second ? Math.hypot(first.x - second.x, first.y - second.y) : 0
  }

  private onKey(event: KeyboardEvent): void {
    const step = 0.05
    const moves: Record<string, readonly [number, number]> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step],
      ArrowDown: [0, step],
    }
    const move = moves[event.key]
    if (move) this.moveBy(...move)
    else if (event.key === '+' || event.key === '=') this.zoomBy(1.15)
    else if (event.key === '-') this.zoomBy(1 / 1.15)
    else return
    event.preventDefault()
  }

  private zoomBy(factor: number): void {
    if (!this.moves) return
    const { photo } = this.moves
    const crop = this.moves.crop()
    this.moves.change(settle(photo, { ...crop, zoom: crop.zoom * factor }))
  }

  /** @param right @param down fractions of the frame */
  private moveBy(right: number, down: number): void {
    if (!this.moves) return
    const { photo } = this.moves
    const crop = this.moves.crop()
    const side = frameOf(photo, crop).width
    const { width, height } = turnedSize(photo, crop)
    const centreX = crop.centreX + (right * side) / width
    const centreY = crop.centreY + (down * side) / height
    this.moves.change(settle(photo, { ...crop, centreX, centreY }))
  }
}

export const dragFrame = directive(DragFrame)
