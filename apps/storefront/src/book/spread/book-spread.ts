import type { PreviewStatus } from '@foxetales/shared-schemas/preview'
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit'
import type { Words } from '../words/english.ts'
import { type BookSide, bookSides, openingOf, openings } from './book-sides.ts'
import { type SideView, sideContent, sideName } from './page-side.ts'
import { pageStrip } from './page-strip.ts'
import { steadyPictures } from './steady-pictures.ts'

/** A side that lies open; kept by whoever shows the book again. */
export interface Bookmark {
  side: number
}

/** Two pages side by side need this much room. */
const wideFromPx = 620
const swipePx = 40

/**
 * The book, lying open; it is turned by buttons, arrow keys or a finger. Drawn into the parent's own shadow tree.
 * What lies open is found by its side, so that a new status or a turned phone keeps the place.
 */
export class BookSpread extends LitElement {
  static override properties = {
    words: { attribute: false },
    preview: { attribute: false },
    pageCount: { type: Number },
    bookmark: { attribute: false },
    isWide: { state: true },
    leaving: { state: true },
  }
  declare words: Words
  declare preview: PreviewStatus
  declare pageCount: number
  declare bookmark: Bookmark
  declare isWide: boolean
  /** While a leaf turns: the sides that lay open before. */
  declare leaving: { readonly sides: readonly number[]; readonly forward: boolean } | undefined
  private readonly pictures = steadyPictures(() => Date.now())
  private swipeFrom: number | undefined
  private readonly watch = new ResizeObserver(([entry]) => {
    if (entry) this.isWide = entry.contentRect.width >= wideFromPx
  })

  constructor() {
    super()
    this.pageCount = 0
    this.isWide = false
    this.bookmark = { side: 1 }
  }

  override createRenderRoot(): this {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    // The watch tells after the first frame, in which a book of the wrong width would be seen.
    this.isWide = this.getBoundingClientRect().width >= wideFromPx
    this.watch.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.watch.disconnect()
  }

  override willUpdate(changed: PropertyValues<this>): void {
    // Turned to another width in the middle of a turn: the turn is over.
    if (changed.has('isWide')) this.leaving = undefined
  }

  override render(): TemplateResult {
    const { words } = this
    const sides = bookSides(this.preview)
    const all = openings(sides, this.isWide)
    const at = openingOf(all, this.bookmark.side)
    const open = all[at] ?? []
    const view: SideView = { words, pictures: this.pictures, pageCount: this.pageCount }
    const names = open.map((index) => nameOf(view, sides[index])).join(', ')
    return html`
      <section
        class="book ${this.isWide ? 'wide' : 'single'} ${this.turning()}"
        part="book"
        aria-label=${words.book.label}
        @keydown=${(event: KeyboardEvent) => this.onKey(event)}
        @pointerdown=${(event: PointerEvent) => this.onDown(event)}
        @pointerup=${(event: PointerEvent) => this.onUp(event)}
      >
        <div class="leaves" tabindex="0" role="group" aria-label=${names}>
          ${sides.map((side, index) => this.renderSide(view, side, index, open))}
        </div>
        <nav class="turner" aria-label=${words.book.label}>
          ${this.turnButton(words.book.previous, 'M15 5l-7 7 7 7', at > 0, -1)}
          <p role="status">
            <span class="unseen">${names}</span>
            <span aria-hidden="true">${words.book.place(at + 1, all.length)}</span>
          </p>
          ${this.turnButton(words.book.next, 'M9 5l7 7-7 7', at < all.length - 1, 1)}
        </nav>
        ${pageStrip({ view, sides, open, show: (side) => this.showSide(side) })}
      </section>
    `
  }

  private turning(): string {
    if (!this.leaving) return ''
    return this.leaving.forward ? 'turning forward' : 'turning backward'
  }

  private renderSide(view: SideView, side: BookSide, index: number, open: readonly number[]) {
    const isOpen = open.includes(index)
    const isLeaving = this.leaving?.sides.includes(index) ?? false
    const hand = this.isWide && index % 2 === 0 ? 'left' : 'right'
    return html`
      <figure
        class="side ${hand} ${isOpen ? 'open' : ''} ${isLeaving ? 'leaving' : ''}"
        ?hidden=${!isOpen && !isLeaving}
        ?inert=${!isOpen}
        role="group"
        aria-label=${sideName(view, side)}
      >
        ${sideContent(view, side)}
      </figure>
    `
  }

  private turnButton(label: string, path: string, isPossible: boolean, by: 1 | -1): TemplateResult {
    // Not `disabled`: a button that is focused must not vanish from under the keyboard.
    return html`
      <button type="button" class="turn" aria-label=${label} aria-disabled=${String(!isPossible)} @click=${() => this.turn(by)}>
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>
      </button>
    `
  }

  private turn(by: 1 | -1): void {
    const all = openings(bookSides(this.preview), this.isWide)
    const side = all[openingOf(all, this.bookmark.side) + by]?.at(-1)
    if (side !== undefined) this.showSide(side)
  }

  private showSide(side: number): void {
    const all = openings(bookSides(this.preview), this.isWide)
    const [from, to] = [openingOf(all, this.bookmark.side), openingOf(all, side)]
    if (from === to) return
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
    this.leaving = isCalm ? undefined : { sides: all[from] ?? [], forward: to > from }
    this.bookmark.side = side
    this.requestUpdate()
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('leaving') && this.leaving) void this.endTurn(this.leaving)
  }

  /** When every leaf lies, or no animation was begun at all, the turn is over. */
  private async endTurn(turn: NonNullable<typeof this.leaving>): Promise<void> {
    const moves = this.getAnimations({ subtree: true }).filter(
      (move) => move instanceof CSSAnimation && move.animationName.startsWith('leaf-'),
    )
    await Promise.allSettled(moves.map((move) => move.finished))
    if (this.leaving === turn) this.leaving = undefined
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    this.turn(event.key === 'ArrowRight' ? 1 : -1)
  }

  private onDown(event: PointerEvent): void {
    this.swipeFrom = event.clientX
  }

  private onUp(event: PointerEvent): void {
    const from = this.swipeFrom
    this.swipeFrom = undefined
    if (from === undefined || Math.abs(event.clientX - from) < swipePx) return
    this.turn(event.clientX < from ? 1 : -1)
  }
}

function nameOf(view: SideView, side: BookSide | undefined): string {
  return side ? sideName(view, side) : ''
}
