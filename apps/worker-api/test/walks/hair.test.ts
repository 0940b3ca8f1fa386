import { bookTemplate } from '@foxetales/shared-schemas/book'
import type { PreviewAccepted } from '@foxetales/shared-schemas/preview'
import type { UnitInput } from '@foxetales/shared-schemas/unit'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { bearer, openShop, patience, type Shop } from '../shop.ts'
import { testEnv } from '../test-env.ts'

let shop: Shop
beforeEach(() => {
  shop = openShop()
})
afterEach(() => vi.restoreAllMocks())

const child = { name: 'Ada', pronouns: 'she', skin_tone: 7 }

async function readyPreview(changes: object): Promise<PreviewAccepted> {
  const accepted = await (await shop.requestPreview(changes)).json<PreviewAccepted>()
  await vi.waitFor(async () => expect((await shop.preview(accepted)).state).toBe('ready'), patience)
  return accepted
}

function pages(): Extract<UnitInput, { kind: 'book-page' }>[] {
  return shop.runpod.submitted.filter((unit) => unit.kind === 'book-page')
}

/** Everything the database keeps of a preview's photo and of its check, as text. */
async function keptOf(previewId: string): Promise<string> {
  const rows = await testEnv.DB.prepare(
    `SELECT p.measured_look, u.result FROM jobs j JOIN photos p ON p.id = j.photo_id
       JOIN units u ON u.job_id = j.id AND u.kind = 'check-photo' WHERE j.id = ?`,
  )
    .bind(previewId)
    .all()
  return JSON.stringify(rows.results)
}

describe('the hair', () => {
  test('of the photo is worn on every page, in its colour, and the glasses with it', async () => {
    await readyPreview({ child })
    expect(pages()).toHaveLength(3)
    for (const page of pages()) {
      expect(page.measuredLook?.hair).toEqual({ colour: '#2a201c', length: 'long' })
      expect(page.layers.hair.front?.url).toContain('/files/')
      expect(page.layers.hair.tinted).toBe(true)
      expect(page.layers.glasses?.url).toContain('/files/')
    }
  })

  test('that the parent picked wins, and glasses come with it', async () => {
    await readyPreview({ child: { ...child, hair: { style: 'curls' }, glasses: true, hearing_aid: true } })
    const answer = await testEnv.ASSETS.fetch('https://assets.internal/templates/lantern/v1/book.json')
    const book = bookTemplate.parse(await answer.json())
    const curls = book.pages.map((page) => page.art.hair.curls?.front?.sha256)
    for (const page of pages()) {
      expect(curls).toContain(page.layers.hair.front?.sha256)
      expect(page.layers.glasses?.url).toContain('/files/')
      expect(page.layers.hearingAid?.url).toContain('/files/')
    }
  })

  test('and the glasses are the parent’s to decide', async () => {
    await readyPreview({ child: { ...child, glasses: false } })
    for (const page of pages()) expect(page.layers.glasses).toBeUndefined()
  })

  test('that was measured is forgotten with the photo', async () => {
    const accepted = await readyPreview({ child })
    expect(await keptOf(accepted.preview_id)).toContain('#2a201c')
    const deleted = await shop.fetch(`/api/preview/${accepted.preview_id}`, {
      method: 'DELETE',
      ...bearer(accepted.token),
    })
    expect(deleted.ok).toBe(true)
    expect(await keptOf(accepted.preview_id)).not.toContain('#2a201c')
  })
})
