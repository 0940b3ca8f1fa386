import { describe, test } from 'vitest'
import { compose } from '../../src/compose.ts'
import { dropBookFiles } from '../../src/flows/drop-book-files.ts'
import { type Produce, writeBookFile } from '../../src/flows/write-book-file.ts'
import type { MultipartWrite } from '../../src/ports/object-store.ts'
import type { Services } from '../../src/services.ts'
import { testEnv } from '../test-env.ts'

/** Written in this many equal chunks; three parts of 5 MiB and a rest. */
const chunkBytes = 1_000_003
const chunks = 17

/** Bytes that only `seed` decides, as a book's are by what it is made from. */
function produceFrom(seed: number): Produce {
  return async (write) => {
    for (let chunk = 0; chunk < chunks; chunk++) {
      await write(new Uint8Array(chunkBytes).fill((seed * 31 + chunk) % 251))
    }
    return { pages: 40 }
  }
}

/** An order row alone: what else hangs on it is not looked at here. */
async function orderRow(): Promise<string> {
  const id = `ord_${crypto.randomUUID()}`
  const photo = `pho_${id}`
  const job = `job_${id}`
  await testEnv.DB.batch([
    testEnv.DB.prepare(
      `INSERT INTO photos (id, customer_id, key, sha256, bytes, width_px, height_px, content_type, consent_version,
         created_at, delete_after_at) VALUES (?, 'c', 'k', 's', 1, 1, 1, 'image/jpeg', '1', 0, 0)`,
    ).bind(photo),
    testEnv.DB.prepare(
      `INSERT INTO jobs (id, recipe, customer_id, photo_id, book_id, book_version, request, lane, state, created_at,
         updated_at) VALUES (?, 'book-preview', 'c', ?, 'lantern', 'v1', '{}', 'turbo', 'approved', 0, 0)`,
    ).bind(job, photo),
    compose(testEnv).orders.insert({
      id,
      preview_job_id: job,
      customer_id: 'c',
      photo_id: photo,
      quantity: 1,
      amount_minor: 1,
      currency: 'USD',
      payment_source: 'stripe',
      language: 'en',
      ship_country: null,
      shipping_options: null,
      approved_pages: '{}',
      draft: 0,
      created_at: 0,
    }),
  ])
  return id
}

class Crash extends Error {}

/** A store whose process dies at the moment that `dies` names; `sent` counts the parts that reached R2. */
function crashing(services: Services, dies: (moment: string) => boolean) {
  const sent: number[] = []
  const at = (moment: string) => {
    if (dies(moment)) throw new Crash(moment)
  }
  const wrap = (upload: MultipartWrite): MultipartWrite => ({
    upload: upload.upload,
    async part(number, bytes) {
      at(`before part ${number}`)
      sent.push(number)
      const stored = await upload.part(number, bytes)
      at(`after part ${number}`)
      return stored
    },
    async complete(parts) {
      at('before complete')
      await upload.complete(parts)
      at('after complete')
    },
    abort: () => upload.abort(),
  })
  const files = {
    ...services.files,
    beginParts: async (key: string, type: string) => wrap(await services.files.beginParts(key, type)),
    resumeParts: (key: string, upload: string) => wrap(services.files.resumeParts(key, upload)),
  }
  return { services: { ...services, files }, sent }
}

const services = compose(testEnv)
const whole = async (key: string) => services.files.read(key)
const hashOf = async (algorithm: string, bytes: Uint8Array<ArrayBuffer>) =>
  new Uint8Array(await crypto.subtle.digest(algorithm, bytes)).toHex()

describe('a book’s file', () => {
  test('is stored whole, with the hashes that we and printers check by', async ({ expect }) => {
    const orderId = await orderRow()
    const file = await writeBookFile(services, orderId, 'full_book', 'a', produceFrom(1))
    const bytes = new Uint8Array((await whole(file.key)) ?? [])
    expect(file).toMatchObject({ key: `books/${orderId}/full_book.v1.pdf`, pages: 40 })
    expect(bytes.length).toBe(chunks * chunkBytes)
    expect(file.bytes).toBe(bytes.length)
    expect(file.sha256).toBe(await hashOf('SHA-256', bytes))
    expect(file.md5).toBe(await hashOf('MD5', bytes))
  })

  test.for([
    'before part 1',
    'after part 1',
    'before part 2',
    'after part 3',
    'before part 4',
    'after part 4',
    'before complete',
    'after complete',
  ])(
    'goes on after a crash %s, without sending a part twice that is known to be there',
    async (moment, { expect }) => {
      const orderId = await orderRow()
      const first = crashing(services, (at) => at === moment)
      await expect(writeBookFile(first.services, orderId, 'full_book', 'a', produceFrom(2))).rejects.toThrow(
        Crash,
      )
      const second = crashing(services, () => false)
      const file = await writeBookFile(second.services, orderId, 'full_book', 'a', produceFrom(2))
      expect(file.version).toBe(1)
      expect(file.sha256).toBe(await hashOf('SHA-256', new Uint8Array((await whole(file.key)) ?? [])))
      // Of the parts only the one in whose sending the crash fell may come again.
      const again = second.sent.filter((number) => first.sent.includes(number))
      expect(again.length).toBeLessThanOrEqual(moment.startsWith('after part') ? 1 : 0)
    },
  )

  test('made from the same is not written again, and made from another page is another version', async ({
    expect,
  }) => {
    const orderId = await orderRow()
    const counted = crashing(services, () => false)
    const write = (madeFrom: string, seed: number) =>
      writeBookFile(counted.services, orderId, 'full_book', madeFrom, produceFrom(seed))
    const first = await write('a', 1)
    const again = await write('a', 1)
    expect(again).toEqual(first)
    expect(counted.sent).toHaveLength(4)
    const redone = await write('b', 2)
    expect(redone.key).toBe(`books/${orderId}/full_book.v2.pdf`)
    expect(await hashOf('SHA-256', new Uint8Array((await whole(first.key)) ?? []))).toBe(first.sha256)
  })

  test('is never joined of two: where the bytes changed between two tries, a new version begins', async ({
    expect,
  }) => {
    const orderId = await orderRow()
    const first = crashing(services, (at) => at === 'before part 3')
    await expect(writeBookFile(first.services, orderId, 'full_book', 'a', produceFrom(1))).rejects.toThrow(
      Crash,
    )
    const file = await writeBookFile(services, orderId, 'full_book', 'a', produceFrom(9))
    expect(file.version).toBe(2)
    expect(await whole(`books/${orderId}/full_book.v1.pdf`)).toBeUndefined()
    expect(file.sha256).toBe(await hashOf('SHA-256', new Uint8Array((await whole(file.key)) ?? [])))
  })

  test('is dropped with its versions, its unfinished uploads and its rows', async ({ expect }) => {
    const orderId = await orderRow()
    await writeBookFile(services, orderId, 'full_book', 'a', produceFrom(1))
    const broken = crashing(services, (at) => at === 'before part 2')
    await expect(writeBookFile(broken.services, orderId, 'cover', 'a', produceFrom(1))).rejects.toThrow(Crash)
    await dropBookFiles(services, orderId)
    expect(await services.files.head(`books/${orderId}/full_book.v1.pdf`)).toBeUndefined()
    expect(await services.bookFiles.latest(orderId, 'full_book')).toBeNull()
    expect(await services.bookFiles.latest(orderId, 'cover')).toBeNull()
  })
})
