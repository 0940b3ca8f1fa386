import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { ApiProblem } from '../api/call-api.ts'
import { type BookSummary, customerApi } from '../api/customer-api.ts'
import { faultsOf, fields } from './form/find-faults.ts'
import { firstControl, formView } from './form/form-view.ts'
import { type KeptForm, keepForm } from './form/keep-form.ts'
import { loadBookFace } from './spread/load-book-face.ts'
import { steadyPictures } from './spread/steady-pictures.ts'
import type { EraseView } from './stages/erase-part.ts'
import { followingStage } from './stages/following-stage.ts'
import { goodNotice, problemNotice } from './stages/notice.ts'
import { readyStage } from './stages/ready-stage.ts'
import { showStage } from './stages/show-stage.ts'
import { sorryStage } from './stages/sorry-stage.ts'
import { waitingStage } from './stages/waiting-stage.ts'
import { styles } from './style/styles.ts'
import type { BookState, Problem } from './walk/book-state.ts'
import { openHere } from './walk/open-here.ts'
import type { Walk } from './walk/open-walk.ts'
import { returnUrl } from './walk/return-url.ts'
import { cartOf } from './walk/shop-cart.ts'
import type { Words } from './words/english.ts'
import { wordsFor } from './words/words-for.ts'

type Reached<Stage extends BookState['stage']> = Extract<BookState, { stage: Stage }>

/**
 * `<foxetales-book api="https://…" book="lantern" lang="en">`: from a child's photo to a followed order, in one element.
 * Says `foxetales-stage` (detail: the stage's name) whenever the parent gets further, and carries it as its attribute
 * `stage`. Look: custom properties `--foxetales-*` and `::part()`s, listed in the README.
 */
export class FoxetalesBook extends LitElement {
  static override styles = styles
  static override properties = {
    api: { type: String },
    book: { type: String },
    lang: { type: String, reflect: true },
    variant: { type: String },
    ticket: { type: String },
    checkout: { type: String },
    summary: { state: true },
    quantity: { state: true },
    country: { state: true },
    eraseStep: { state: true },
    sideProblem: { state: true },
  }
  declare api: string
  declare book: string
  declare lang: string
  /** Of a Shopify product: then the book is paid in the theme's own cart. */
  declare variant: string
  /** Where the theme's page gets its word for which shop this is. */
  declare ticket: string
  /** `event`: the page is told what was approved, and sells it itself. */
  declare checkout: string
  declare summary: BookSummary | undefined
  declare quantity: number
  declare country: string | undefined
  declare eraseStep: EraseView['erase']
  /** A fault beside the walk: something could not be deleted. */
  declare sideProblem: Problem | undefined
  private walk: Walk | undefined
  private form: KeptForm = keepForm('en', () => this.requestUpdate())
  private shownStage: BookState['stage'] = 'choosing'
  /** Where the book lies open, from one stage to the next. */
  private readonly bookmark = { side: 1 }
  private readonly pictures = steadyPictures(() => Date.now())
  private readonly onPageShow = (event: PageTransitionEvent) => event.persisted && this.walk?.cameBack()

  constructor() {
    super()
    this.api = new URL(import.meta.url).origin
    this.book = 'lantern'
    this.lang = ''
    this.variant = ''
    this.ticket = ''
    this.checkout = ''
    this.quantity = 1
    this.eraseStep = 'idle'
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.lang === '') this.lang = document.documentElement.lang || 'en'
    this.form.change({ language: wordsFor(this.lang).locale === 'vi' ? 'vi' : 'en' })
    window.addEventListener('pageshow', this.onPageShow)
    loadBookFace(this.api)
    this.walk = openHere(this, () => this.onWalk())
    this.onWalk()
    void this.readSummary()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('pageshow', this.onPageShow)
    this.walk?.close()
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.walk) return nothing
    const words = wordsFor(this.lang)
    const state = this.walk.state()
    const isLost = !this.walk.isConnected()
    return html`
      <div class="whole" part="whole" lang=${words.locale}>
        <p class="unseen" role="status">${state.stage === 'ready' ? words.ready.title(this.form.wish().name.trim()) : nothing}</p>
        ${this.renderStage(words, state)} ${problemNotice(words, this.sideProblem)}
        <p class="offline" role="status">${isLost ? html`<span>${words.offline}</span>` : nothing}</p>
      </div>
    `
  }

  private renderStage(words: Words, state: BookState): TemplateResult {
    switch (state.stage) {
      case 'choosing':
      case 'sending':
        return this.renderForm(words, state)
      case 'waiting':
        return waitingStage({
          ...this.eraseView(words),
          preview: state.preview,
          name: this.form.wish().name.trim(),
          letterTo: this.form.wish().email.trim(),
          pageCount: this.summary?.page_count ?? 0,
          bookmark: this.bookmark,
        })
      case 'refused':
      case 'failed':
        return sorryStage(words, state.preview, () => this.goBack(state.stage === 'refused'))
      case 'ready':
      case 'approved':
      case 'ordering':
        return this.renderReady(words, state)
      case 'leaving':
        return html`<p class="lead" role="status">${words.order.paying}</p>`
      case 'following':
        return this.renderFollowing(words, state)
    }
  }

  private renderForm(words: Words, state: Reached<'choosing' | 'sending'>): TemplateResult {
    const problem = state.stage === 'choosing' ? state.problem : undefined
    const notice = state.stage === 'choosing' ? state.notice : undefined
    // A fault of one field is told at that field.
    const isOfField = problem && Object.keys(faultsOf(words, problem)).length > 0
    const banner = notice ? goodNotice(words.notices[notice]) : nothing
    return formView({
      words,
      wish: this.form.wish(),
      faults: this.form.faults(),
      languages: this.summary?.languages ?? ['en', 'vi'],
      hairStyles: this.summary?.hair_styles ?? [],
      sending: state.stage === 'sending',
      banner: problem && !isOfField ? problemNotice(words, problem) : banner,
      change: this.form.change,
      photoFault: (fault) => this.form.refusePhoto(words, fault),
      submit: () => void this.submit(words),
    })
  }

  private renderReady(words: Words, state: Reached<'ready' | 'approved' | 'ordering'>): TemplateResult {
    const isApproving = state.stage === 'ready' && state.approving
    const step = {
      ready: isApproving ? 'approving' : 'look',
      approved: 'order',
      ordering: 'ordering',
    } as const
    return readyStage({
      ...this.eraseView(words),
      preview: state.preview,
      name: this.form.wish().name.trim(),
      book: this.summary,
      bookmark: this.bookmark,
      problem: 'problem' in state ? state.problem : undefined,
      step: step[state.stage],
      quantity: this.quantity,
      paysInShop: cartOf(this) !== undefined,
      country: this.country,
      shipping: customerApi(this.api).shipping,
      setQuantity: (quantity) => {
        this.quantity = quantity
      },
      setCountry: (country) => {
        this.country = country
      },
      approve: () => void this.walk?.approve(),
      redo: (page) => void this.walk?.redoPage(page),
      order: () => void this.walk?.order({ quantity: this.quantity, country: this.country }, returnUrl()),
      change: () => this.goBack(false),
    })
  }

  private renderFollowing(words: Words, state: Reached<'following'>): TemplateResult {
    const { id, token } = state.order
    const opens = `?token=${encodeURIComponent(token)}`
    return followingStage({
      ...this.eraseView(words),
      status: state.status,
      pictures: this.pictures,
      proof: this.walk,
      actions: this.walk,
      now: Date.now(),
      link: new URL(`/orders/${id}${opens}`, this.api).href,
      proofFile: new URL(`/api/orders/${id}/proof.pdf${opens}`, this.api).href,
      problem: undefined,
      ownsPreview: state.ticket !== undefined,
      another: () => this.startFresh(),
    })
  }

  private eraseView(words: Words): EraseView {
    return {
      words,
      erase: this.eraseStep,
      setErase: (step) => void this.askErase(step),
      confirmErase: () => void this.erase(),
    }
  }

  private async submit(words: Words): Promise<void> {
    const submission = await this.form.prepare(words, this.book)
    if (submission) await this.walk?.submit(submission)
    const state = this.walk?.state()
    if (state?.stage !== 'choosing') return
    if (submission && state.problem) this.form.refuse(words, state.problem)
    await this.focusFault()
  }

  private async focusFault(): Promise<void> {
    await this.updateComplete
    const first = fields.find((field) => this.form.faults()[field])
    if (first) this.renderRoot.querySelector<HTMLElement>(firstControl[first])?.focus()
  }

  /** The keyboard goes into the question, and back to where it was asked. */
  private async askErase(step: 'idle' | 'asking'): Promise<void> {
    this.eraseStep = step
    this.sideProblem = undefined
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>(step === 'asking' ? '#erase-no' : '#erase')?.focus()
  }

  private async erase(): Promise<void> {
    this.eraseStep = 'busy'
    try {
      await this.walk?.erase()
      this.form.forget()
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault
      this.sideProblem = fault
    } finally {
      this.eraseStep = 'idle'
    }
  }

  /** Back to the form with everything kept, for another photo or other words. */
  private goBack(isPhotoRefused: boolean): void {
    if (isPhotoRefused) this.form.forgetPhoto()
    this.bookmark.side = 1
    this.walk?.startAgain()
  }

  private startFresh(): void {
    this.form.forget()
    this.quantity = 1
    this.walk?.startAgain()
  }

  private onWalk(): void {
    this.requestUpdate()
    const stage = this.walk?.state().stage
    if (!stage || stage === this.shownStage) return
    const isSameForm = stage === 'sending' || (this.shownStage === 'sending' && stage === 'choosing')
    const before = this.shownStage
    this.shownStage = stage
    this.setAttribute('stage', stage)
    this.eraseStep = 'idle'
    this.sideProblem = undefined
    void this.readSummary()
    if (!isSameForm) void this.updateComplete.then(() => showStage(this, this.renderRoot, before, stage))
    this.dispatchEvent(new CustomEvent('foxetales-stage', { detail: stage, bubbles: true, composed: true }))
  }

  /** Price, languages, number of pages. Without them the form still works, so a fault here is asked again, not told. */
  private async readSummary(): Promise<void> {
    if (this.summary) return
    try {
      this.summary = await customerApi(this.api).book(this.book)
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault
    }
  }
}
