import { language } from '@foxetales/shared-schemas/book'
import { errorBody } from '@foxetales/shared-schemas/errors'
import { previewAccepted, previewRequest, previewStatus } from '@foxetales/shared-schemas/preview'
import * as z from 'zod'
import { deskRoutes } from './openapi-desk.ts'
import { json, type RouteNote } from './openapi-note.ts'
import { orderRoutes } from './openapi-orders.ts'
import { partyRoutes } from './openapi-parties.ts'
import { generatePageRequest } from './previews.ts'

const multipart = z.object({
  photo: z
    .string()
    .meta({ format: 'binary', description: 'JPEG, PNG or WebP, at most 10 MB and 50 megapixels' }),
  request: z.string().meta({ description: 'the other fields, as JSON: see the schema PreviewRequest' }),
})
const book = z.object({ book_id: z.string(), title: z.record(language, z.string()) }).loose()

export const routeNotes: readonly RouteNote[] = [
  {
    method: 'post',
    path: '/api/preview',
    summary:
      'Ask for three personalised pages. Multipart, or JSON with `photo` in base64. Takes Idempotency-Key.',
    access: 'anyone',
    body: { type: 'multipart/form-data', schema: multipart },
    answers: { 202: previewAccepted },
  },
  {
    method: 'get',
    path: '/api/preview/{id}',
    summary: 'The preview as it is now.',
    access: 'preview token',
    answers: { 200: previewStatus },
  },
  {
    method: 'delete',
    path: '/api/preview/{id}',
    summary: 'Erase the photo, the pages and all that was told about the child.',
    access: 'preview token',
    answers: { 204: 'gone' },
  },
  {
    method: 'get',
    path: '/api/preview/{id}/live',
    summary:
      'Sends the status whenever it changes: a WebSocket, or Server-Sent Events for `Accept: text/event-stream`; `?token=`.',
    access: 'preview token',
    answers: { 101: 'switching to WebSocket' },
  },
  {
    method: 'post',
    path: '/api/preview/{id}/approve',
    summary: 'Approve the pages as they were shown.',
    access: 'preview token',
    answers: { 200: previewStatus },
  },
  {
    method: 'post',
    path: '/api/preview/{id}/pages/{page}/redo',
    summary:
      'Paint one page of a ready preview again, free, once a page; the new picture takes the place of the old.',
    access: 'preview token',
    answers: { 202: previewStatus },
  },
  {
    method: 'post',
    path: '/api/generate-page',
    summary: 'A staff trial: one page for the photo of a preview.',
    access: 'editor',
    body: json(generatePageRequest),
    answers: { 202: previewAccepted },
  },
  {
    method: 'get',
    path: '/api/books',
    summary: 'The books on sale.',
    access: 'anyone',
    answers: { 200: z.object({ books: z.array(book) }) },
  },
  {
    method: 'get',
    path: '/api/books/{id}',
    summary: 'One book with its story text.',
    access: 'anyone',
    answers: { 200: book },
  },
  ...orderRoutes,
  {
    method: 'get',
    path: '/files/{token}',
    summary: 'Bytes by signed link; HEAD and Range too.',
    access: 'signed link',
    answers: { 200: 'the file', 206: 'a part of it' },
  },
  {
    method: 'put',
    path: '/files/{token}',
    summary: 'Upload by signed link, once.',
    access: 'signed link',
    answers: { 200: z.object({ sha256: z.string(), bytes: z.int() }) },
  },
  ...partyRoutes,
  ...deskRoutes,
  {
    method: 'delete',
    path: '/api/customers/{id}',
    summary: 'Erase a customer.',
    access: 'owner',
    answers: { 204: 'gone' },
  },
  {
    method: 'get',
    path: '/health',
    summary: 'Alive.',
    access: 'anyone',
    answers: { 200: z.object({ status: z.string() }) },
  },
  {
    method: 'get',
    path: '/ready',
    summary: 'Ready to sell, and how much waits.',
    access: 'anyone',
    answers: { 200: z.object({ status: z.string(), books: z.int() }) },
  },
  {
    method: 'get',
    path: '/openapi.json',
    summary: 'This document.',
    access: 'anyone',
    answers: { 200: 'OpenAPI 3.1' },
  },
  {
    method: 'get',
    path: '/docs',
    summary: 'This document for people.',
    access: 'anyone',
    answers: { 200: 'HTML' },
  },
]

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' })

/** The OpenAPI 3.1 document: https://spec.openapis.org/oas/v3.1.1 */
export function openApiDocument(publicUrl: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const note of routeNotes) {
    paths[note.path] ??= {}
    Object.assign(paths[note.path] ?? {}, { [note.method]: operation(note) })
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Foxetales',
      version: '1',
      description: 'One photo of a child in, a printed picture book out.',
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: { PreviewRequest: schemaOf(previewRequest, 'input'), Error: schemaOf(errorBody, 'output') },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    },
  }
}

function operation(note: RouteNote): Record<string, unknown> {
  const parameters = [...note.path.matchAll(/\{(\w+)\}/g)].map((match) => ({
    name: match[1],
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const answers = Object.entries(note.answers).map(([status, answer]) => [
    status,
    typeof answer === 'string'
      ? { description: answer }
      : { description: 'OK', content: { 'application/json': { schema: schemaOf(answer, 'output') } } },
  ])
  const error = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } }
  const secured = !['anyone', 'signed link', 'signature'].includes(note.access)
  return {
    summary: note.summary,
    description: `Access: ${note.access}.`,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(secured ? { security: [{ bearer: [] }] } : {}),
    ...(note.body
      ? {
          requestBody: {
            required: true,
            content: { [note.body.type]: { schema: schemaOf(note.body.schema, 'input') } },
          },
        }
      : {}),
    responses: {
      ...Object.fromEntries(answers),
      default: { description: 'An error, always in this shape.', ...error },
    },
  }
}
