import {
  orderCreated,
  orderRequest,
  orderStatus,
  reorderRequest,
  shippingQuote,
  textCorrection,
} from '@foxetales/shared-schemas/order'
import { json, type RouteNote } from './openapi-note.ts'

/** What a customer does with an order, in words. */
export const orderRoutes: readonly RouteNote[] = [
  {
    method: 'post',
    path: '/api/orders',
    summary:
      'Order an approved preview, with the preview’s token; answers where to pay. Takes Idempotency-Key.',
    access: 'preview token',
    body: json(orderRequest),
    answers: { 201: orderCreated },
  },
  {
    method: 'get',
    path: '/api/orders/{id}',
    summary: 'The order as it is now.',
    access: 'order token',
    answers: { 200: orderStatus },
  },
  {
    method: 'get',
    path: '/api/orders/{id}/proof.pdf',
    summary:
      'The book as it will be printed, small and marked, with the lines of cut, safety and binding; `?token=`. 409 while pages are being painted.',
    access: 'order token',
    answers: { 200: 'PDF' },
  },
  {
    method: 'post',
    path: '/api/orders/{id}/text',
    summary: 'Correct the name or the dedication while the proof is open.',
    access: 'order token',
    body: { type: 'application/json', schema: textCorrection },
    answers: { 200: orderStatus },
  },
  {
    method: 'post',
    path: '/api/orders/{id}/release',
    summary: 'The proof is read: bind and print the book now.',
    access: 'order token',
    answers: { 200: orderStatus },
  },
  {
    method: 'post',
    path: '/api/orders/{id}/cancel',
    summary: 'Cancel an order that nothing was made for yet; what was paid goes back.',
    access: 'order token',
    answers: { 200: orderStatus },
  },
  {
    method: 'post',
    path: '/api/orders/{id}/reorder',
    summary:
      'More copies of a book that was printed: the same files, nothing painted again. Takes Idempotency-Key.',
    access: 'order token',
    body: json(reorderRequest),
    answers: { 201: orderCreated },
  },
  {
    method: 'get',
    path: '/api/shipping',
    summary: 'What sending a book costs and how long it takes; `book_id`, `quantity`, `country`.',
    access: 'anyone',
    answers: { 200: shippingQuote },
  },
  {
    method: 'get',
    path: '/api/orders/{id}/live',
    summary:
      'Sends the status whenever it changes: a WebSocket, or Server-Sent Events for `Accept: text/event-stream`; `?token=`.',
    access: 'order token',
    answers: { 101: 'switching to WebSocket' },
  },
  {
    method: 'get',
    path: '/orders/{id}',
    summary: 'A page that follows the order; `?token=`.',
    access: 'order token',
    answers: { 200: 'HTML' },
  },
]
