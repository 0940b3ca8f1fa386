import type { TextLight } from '@foxetales/book-pdf/choose-ink'
import { planInterior } from '@foxetales/book-pdf/plan-interior'
import { type TypesetInterior, typesetInterior } from '@foxetales/book-pdf/typeset-interior'
import type { BookTemplate } from '@foxetales/shared-schemas/book'
import type { JobRow } from '../db/jobs.ts'
import type { Services } from '../services.ts'
import { bookFaces } from './book-faces.ts'
import { bookRequest } from './build-unit-input.ts'

/** The words of a preview as the book will print them, on pictures as light as was measured; undefined once what was told of the child is forgotten. */
export function typesetPreview(
  { fonts }: Pick<Services, 'fonts'>,
  template: BookTemplate,
  job: JobRow,
  light: ReadonlyMap<number, TextLight>,
): TypesetInterior | undefined {
  const request = bookRequest.safeParse(JSON.parse(job.request))
  if (!request.success) return undefined
  const { child, language, dedication } = request.data
  const faces = bookFaces(fonts, request.data)
  const plan = planInterior({
    template,
    childName: child.name,
    pronouns: child.pronouns,
    language,
    orderCode: '',
    typeface: faces.name,
    light,
    ...(dedication ? { dedication } : {}),
  })
  return typesetInterior(faces, plan, template.previewPages)
}
