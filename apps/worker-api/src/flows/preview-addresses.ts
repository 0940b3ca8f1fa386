import type { PreviewAccepted } from '@foxetales/shared-schemas/preview'
import { accessToken } from '../domain/access-tokens.ts'
import type { Settings } from '../services.ts'

/** Where a preview is read, and the token that alone reads it. */
export async function previewAddresses(
  settings: Settings,
  jobId: string,
): Promise<Omit<PreviewAccepted, 'position'>> {
  const token = await accessToken(settings.signingKey, 'preview', jobId)
  const live = new URL(`/api/preview/${jobId}/live?token=${token}`, settings.publicUrl)
  live.protocol = live.protocol === 'https:' ? 'wss:' : 'ws:'
  return {
    preview_id: jobId,
    token,
    status_url: `${settings.publicUrl}/api/preview/${jobId}`,
    live_url: live.href,
  }
}
