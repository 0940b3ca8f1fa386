import type { DirectiveResult } from 'lit/directive.js'
import { type RefDirective, ref } from 'lit/directives/ref.js'

/**
 * Opens a <dialog> as a modal as soon as it stands in the page: the browser then keeps the focus inside, makes the rest
 * inert, and gives the focus back when it is closed.
 */
export function modal(): DirectiveResult<typeof RefDirective> {
  return ref(open)
}

function open(element: Element | undefined): void {
  queueMicrotask(() => {
    if (element instanceof HTMLDialogElement && element.isConnected && !element.open) element.showModal()
  })
}

/** Closes the dialog in front, so that the focus returns to where it was; what is drawn next leaves it out. */
export function closeFrontDialog(root: ParentNode): void {
  const open = [...root.querySelectorAll('dialog')].filter((dialog) => dialog.open)
  open.at(-1)?.close()
}
