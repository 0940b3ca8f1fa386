import { AppError } from '@foxetales/shared-schemas/errors'
import Stripe from 'stripe'

const { errors } = Stripe

/**
 * Turns the SDK's errors into ours. Stripe's message is left behind, for it may repeat an e-mail address; the request id
 * finds it in Stripe's own log. A key that Stripe does not take is the operator's to mend, so the work waits for that as it waits for an outage.
 */
export async function asAppError<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call
  } catch (error) {
    if (!(error instanceof errors.StripeError)) {
      throw error
    }
    const details = {
      reason: error.type,
      stripeCode: error.code,
      param: error.param,
      status: error.statusCode,
      stripeRequestId: error.requestId,
    }
    throw new AppError(mayHelpToRepeat(error) ? 'PAYMENT_UNAVAILABLE' : 'PAYMENT_REFUSED', details)
  }
}

function mayHelpToRepeat(error: InstanceType<typeof errors.StripeError>): boolean {
  return (
    error instanceof errors.StripeConnectionError ||
    error instanceof errors.StripeAPIError ||
    error instanceof errors.StripeRateLimitError ||
    error instanceof errors.StripeAuthenticationError ||
    error instanceof errors.StripePermissionError ||
    // The same call is being handled right now.
    error.statusCode === 409
  )
}
