import { AppError, type ErrorBody, type ErrorCode, errorTable } from '@foxetales/shared-schemas/errors'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { BadEnvironment } from '../env.ts'
import type { AppContext } from './context.ts'

/** Any fault as the one shape. What is not ours to tell becomes INTERNAL: its text stays in the log. */
export function onError(fault: Error, c: AppContext): Response {
  const error = toAppError(fault)
  const { status, retryable, message } = errorTable[error.code]
  if (status >= 500) {
    console.error(
      JSON.stringify({ level: 'error', code: error.code, fault: fault.message, request: c.get('requestId') }),
    )
    if (!(fault instanceof BadEnvironment)) {
      c.get('services')?.report(fault, { during: 'request', path: c.req.routePath })
    }
  }
  const body: ErrorBody = {
    error: {
      code: error.code,
      message,
      // Details of our own faults help nobody outside, and may say too much.
      details: status >= 500 && error.code !== 'BAD_ENVIRONMENT' ? {} : error.details,
      request_id: c.get('requestId') ?? '',
      timestamp: new Date().toISOString(),
      retryable,
    },
  }
  if (error.code === 'RATE_LIMITED') c.header('Retry-After', '60')
  return c.json(body, status as ContentfulStatusCode)
}

function toAppError(fault: Error): AppError {
  if (fault instanceof AppError) return fault
  if (fault instanceof BadEnvironment) return new AppError('BAD_ENVIRONMENT', { missing: fault.message })
  if (fault instanceof HTTPException && fault.status < 500)
    return new AppError(httpCodes[fault.status] ?? 'INVALID_REQUEST')
  return new AppError('INTERNAL', {}, fault)
}

const httpCodes: Partial<Record<number, ErrorCode>> = {
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
}
