import { AppError } from '@foxetales/shared-schemas/errors'
import { unitCallback } from '@foxetales/shared-schemas/unit'
import { Hono } from 'hono'
import { accessTokenOpens, callbackIsGenuine, callbackSecret } from '../domain/access-tokens.ts'
import { hearUnit } from '../flows/hear-unit.ts'
import type { AppContext, AppEnv } from './context.ts'
import { validate } from './request-body.ts'

/** Our own workers speak here, signed; RunPod's own webhook is unsigned and only a hint. */
export const callbacks = new Hono<AppEnv>()

callbacks.post('/callbacks/unit/:token', async (c) => {
  const unitId = await unitOf(c)
  const rawBody = await c.req.text()
  const callback = validate(unitCallback, JSON.parse(rawBody))
  const { settings, now } = c.get('services')
  const secret = await callbackSecret(settings.signingKey, unitId, callback.attempt)
  const genuine = await callbackIsGenuine(secret, c.req.header('foxetales-signature'), rawBody, now())
  if (!genuine || callback.unitId !== unitId) throw new AppError('SIGNATURE_INVALID')
  return c.json(await hearUnit(c.get('services'), callback))
})

callbacks.post('/callbacks/runpod/:token', async (c) => {
  const unitId = await unitOf(c)
  const unit = await c.get('services').units.find(unitId)
  // Whatever it says, the row knows better; a unit that stands still is found by its lease.
  return c.json({ known: unit !== null })
})

async function unitOf(c: AppContext): Promise<string> {
  const [unitId = '', token] = (c.req.param('token') ?? '').split('.')
  const { settings, now } = c.get('services')
  if (!(await accessTokenOpens(settings.signingKey, 'unit', unitId, token, now()))) {
    throw new AppError('SIGNATURE_INVALID')
  }
  return unitId
}
