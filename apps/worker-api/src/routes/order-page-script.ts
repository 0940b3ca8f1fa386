/** Runs in the browser on the order's page: polls the public API and draws what it says. No markup is built from text. */
export const orderPageScript = `
const main = document.getElementById('order')
const token = new URLSearchParams(location.search).get('token')
const steps = [
  ['awaiting_payment', 'Payment'], ['rendering', 'Painting'], ['review', 'Checking'], ['assembling', 'Binding'],
  ['printing', 'Printing'], ['shipped', 'On its way'], ['delivered', 'With you'],
]
const rank = { awaiting_payment: 0, paid: 1, rendering: 1, review: 2, approved: 3, assembling: 3, printing: 4, shipped: 5, delivered: 6 }
const words = {
  awaiting_payment: 'We wait for your payment.', paid: 'Thank you! We begin to paint.', rendering: 'We paint the pages of your book.',
  review: 'A person looks at every page.', approved: 'All pages are done.', assembling: 'We put the book together.',
  printing: 'Your book is at the printer.', shipped: 'Your book is on its way.', delivered: 'Your book has arrived.',
  cancelled: 'This order was cancelled.', refunded: 'This order was refunded.', failed: 'Something went wrong. We have been told and will write to you.',
}
function draw(order) {
  document.getElementById('words').textContent = words[order.state]
  const at = rank[order.state] ?? 0
  document.getElementById('steps').replaceChildren(...steps.map(([state, label]) => {
    const item = document.createElement('li')
    item.textContent = label
    if (rank[state] < at) item.className = 'past'
    if (rank[state] === at) item.setAttribute('aria-current', 'step')
    return item
  }))
  document.getElementById('progress').value = order.pages_total ? order.pages_done / order.pages_total : at > 1 ? 1 : 0
  const notes = []
  if (order.draft) notes.push('These pages are drafts, painted without the picture model. They show the way, not the final art.')
  if (order.hold) notes.push('On hold: ' + order.hold)
  const box = document.getElementById('notes')
  box.replaceChildren(...notes.map((text) => {
    const note = document.createElement('p')
    note.className = 'note'
    note.textContent = text
    return note
  }))
  if (order.print?.tracking) {
    const link = document.createElement('a')
    link.href = order.print.tracking.url
    link.textContent = order.print.tracking.carrier + ' ' + order.print.tracking.number
    box.append(link)
  }
  const pages = document.getElementById('pages')
  for (const page of order.pages) {
    const old = document.getElementById('p-' + page.slot)
    if (old?.tagName === 'IMG') continue
    const next = document.createElement(page.thumbnail_url ? 'img' : 'div')
    next.id = 'p-' + page.slot
    if (page.thumbnail_url) { next.src = page.thumbnail_url; next.alt = page.slot.replace('_', ' ') }
    if (old) old.replaceWith(next); else pages.append(next)
  }
}
async function follow() {
  try {
    const answer = await fetch('/api/orders/' + main.dataset.order, { headers: { authorization: 'Bearer ' + token } })
    if (answer.ok) draw(await answer.json())
  } catch { document.getElementById('words').textContent = 'No connection. We try again.' }
  setTimeout(follow, 1500)
}
follow()
`
