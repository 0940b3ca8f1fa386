import { AppError } from '@foxetales/shared-schemas/errors'
import { previewRequest } from '@foxetales/shared-schemas/preview'
import { Hono } from 'hono'
import * as z from 'zod'
import { approvePreview } from '../flows/approve-preview.ts'
import { generatePage } from '../flows/generate-page.ts'
import { readPreview } from '../flows/read-preview.ts'
import { redoPreviewPage } from '../flows/redo-preview-page.ts'
import { requestPreview } from '../flows/request-preview.ts'
import { requireStaff, requireToken } from './authenticate.ts'
import type { AppEnv } from './context.ts'
import { openStatusRoom } from './live.ts'
import { readIdempotencyKey, readJson, readPhotoRequest, validate } from './request-body.ts'

/** `POST /api/generate-page`: one page of the book of an existing preview, for its photo. */
export const generatePageRequest = z.strictObject({
  preview_id: z.string().min(1).max(60),
  page: z.int().positive(),
})

const pageNumber = z.coerce.number().int().positive()

export const previews = new Hono<AppEnv>()

previews.post('/api/preview', async (c) => {
  const address = c.req.header('cf-connecting-ip') ?? 'unknown'
  const { success } = await c.env.PREVIEW_LIMITER.limit({ key: address })
  if (!success) throw new AppError('RATE_LIMITED')
  const idempotencyKey = readIdempotencyKey(c)
  const { request, photo } = await readPhotoRequest(c, previewRequest)
  return c.json(await requestPreview(c.get('services'), { request, photo, address, idempotencyKey }), 202)
})

previews.get('/api/preview/:id', async (c) => {
  const id = c.req.param('id')
  await requireToken(c, 'preview', id)
  c.header('Cache-Control', 'private, no-store')
  return c.json(await readPreview(c.get('services'), id))
})

previews.get('/api/preview/:id/live', async (c) => {
  const id = c.req.param('id')
  await requireToken(c, 'preview', id)
  // A preview that does not exist must not open a room.
  await readPreview(c.get('services'), id)
  return openStatusRoom(c, id)
})

previews.post('/api/preview/:id/approve', async (c) => {
  const id = c.req.param('id')
  await requireToken(c, 'preview', id)
  await approvePreview(c.get('services'), id)
  return c.json(await readPreview(c.get('services'), id))
})

previews.post('/api/preview/:id/pages/:page/redo', async (c) => {
  const id = c.req.param('id')
  await requireToken(c, 'preview', id)
  await redoPreviewPage(c.get('services'), id, validate(pageNumber, c.req.param('page')))
  return c.json(await readPreview(c.get('services'), id), 202)
})

previews.post('/api/generate-page', async (c) => {
  const staff = await requireStaff(c, 'editor')
  const request = await readJson(c, generatePageRequest)
  const command = { previewId: request.preview_id, page: request.page }
  return c.json(await generatePage(c.get('services'), command, staff.sub), 202)
})
