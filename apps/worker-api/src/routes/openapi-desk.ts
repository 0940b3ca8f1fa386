import { alertList } from '@foxetales/shared-schemas/alert'
import {
  deskApproval,
  deskOrder,
  deskOrderList,
  deskReason,
  deskRefund,
} from '@foxetales/shared-schemas/desk'
import * as z from 'zod'
import { json, type RouteNote } from './openapi-note.ts'

/** The order desk's routes in words. */
export const deskRoutes: readonly RouteNote[] = [
  {
    method: 'get',
    path: '/api/admin/orders',
    summary: 'Orders, newest first, and counts by state; `state`, `held`, `code`, `cursor`, `limit`.',
    access: 'viewer',
    answers: { 200: deskOrderList },
  },
  {
    method: 'get',
    path: '/api/admin/orders/{id}',
    summary: 'One order with every version of its pages, and its timeline.',
    access: 'viewer',
    answers: { 200: deskOrder },
  },
  {
    method: 'get',
    path: '/api/admin/orders/{id}/proof.pdf',
    summary: 'The book as it would be printed now, small and marked. 409 while pages are being painted.',
    access: 'viewer',
    answers: { 200: 'PDF' },
  },
  {
    method: 'post',
    path: '/api/admin/orders/{id}/approve',
    summary: 'Approve an order that waits for review.',
    access: 'editor',
    body: json(deskApproval),
    answers: { 200: deskOrder },
  },
  {
    method: 'post',
    path: '/api/admin/orders/{id}/hold',
    summary: 'Stop every step that costs money.',
    access: 'editor',
    body: json(deskReason),
    answers: { 200: deskOrder },
  },
  {
    method: 'post',
    path: '/api/admin/orders/{id}/release',
    summary: 'Let an order go on that was on hold.',
    access: 'editor',
    body: json(deskReason),
    answers: { 200: deskOrder },
  },
  {
    method: 'post',
    path: '/api/admin/orders/{id}/cancel',
    summary: 'End an order: painting and printing stop where they can, and what was paid goes back.',
    access: 'editor',
    body: json(deskReason),
    answers: { 200: deskOrder },
  },
  {
    method: 'post',
    path: '/api/admin/orders/{id}/refund',
    summary: 'Give money back, once per Idempotency-Key, which it needs; owners only.',
    access: 'owner',
    body: json(deskRefund),
    answers: { 200: deskOrder },
  },
  {
    method: 'post',
    path: '/api/admin/orders/{id}/pages/{slot}/regenerate',
    summary: 'Make one page anew; older versions stay.',
    access: 'editor',
    body: json(deskReason),
    answers: { 202: deskOrder },
  },
  {
    method: 'get',
    path: '/api/admin/alerts',
    summary: 'What waits for a person, newest first.',
    access: 'viewer',
    answers: { 200: alertList },
  },
  {
    method: 'post',
    path: '/api/admin/alerts/{id}/settle',
    summary: 'Say that an alert was seen to.',
    access: 'editor',
    body: json(deskReason),
    answers: { 200: alertList },
  },
  {
    method: 'get',
    path: '/api/admin/dead-letters',
    summary: 'Messages that were tried too often.',
    access: 'viewer',
    answers: { 200: z.object({ dead_letters: z.array(z.unknown()) }) },
  },
]
