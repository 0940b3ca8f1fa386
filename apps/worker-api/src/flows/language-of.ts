import type { JobRow } from '../db/jobs.ts'

/** The story's language; English once what was told of the child is forgotten. */
export function languageOf(job: JobRow): 'en' | 'vi' {
  const request = JSON.parse(job.request) as { language?: unknown }
  return request.language === 'vi' ? 'vi' : 'en'
}
