import type { OutputRole } from '@foxetales/shared-schemas/unit'
import type { OrderRow } from '../src/db/orders.ts'
import { artifactContentType, artifactKey } from '../src/domain/file-keys.ts'
import { pageSlot } from '../src/domain/page-plan.ts'
import { sha256Hex } from '../src/domain/signing.ts'
import type { Services } from '../src/services.ts'
import { pictureMarked } from './played-runpod.ts'
import { plantOrders } from './print-faults/plant-order.ts'
import { testEnv } from './test-env.ts'

export const childName = 'Nguyễn Thị Ánh'

/** A picture as a worker reports it. */
export interface PaintedFile {
  readonly sha256: string
  readonly bytes: number
  readonly widthPx: number
  readonly heightPx: number
}

/** Puts a picture of this mark where the slot's version belongs. */
export async function paint(
  services: Services,
  at: { jobId: string; slot: string; version: number; role: OutputRole },
  mark: string,
): Promise<PaintedFile> {
  const bytes = pictureMarked(at.slot === 'cover', mark)
  const sha256 = await sha256Hex(bytes)
  const key = artifactKey(at.jobId, at.slot, at.version, at.role)
  await services.files.put(key, bytes, { contentType: artifactContentType(at.role), sha256 })
  const side = at.slot === 'cover' ? 3075 : 2625
  return { sha256, bytes: bytes.length, widthPx: side, heightPx: side }
}

/**
 * A paid and approved order with every print master in the store, none of them a draft: what binding begins with. `marks`
 * decides a slot's picture, its own by default.
 */
export async function paintedOrder(
  services: Services,
  {
    roles = ['print'],
    mark = (slot) => slot,
  }: { roles?: OutputRole[]; mark?: (slot: string) => string } = {},
): Promise<OrderRow> {
  const [orderId = ''] = await plantOrders(services, 1)
  const order = await services.orders.find(orderId)
  const book = await services.books.find('lantern')
  if (!order?.render_job_id || !book) throw new Error('nothing was planted')
  const request = { child: { name: childName, pronouns: 'she', skin_tone: 5 }, language: 'en' }
  await testEnv.DB.prepare('UPDATE jobs SET request = ? WHERE id IN (?, ?)')
    .bind(JSON.stringify(request), order.preview_job_id, order.render_job_id)
    .run()
  const jobId = order.render_job_id
  const slots = [...book.pages.map((page) => pageSlot(page.number)), 'cover']
  const rows = await Promise.all(
    slots.map(async (slot) => {
      const files = await Promise.all(
        roles.map(async (role) => {
          return [role, await paint(services, { jobId, slot, version: 1, role }, mark(slot))] as const
        }),
      )
      return paintedRows(services, jobId, slot, files)
    }),
  )
  await services.together(rows.flat())
  return order
}

/** The unit that painted a slot, and its files. */
function paintedRows(
  services: Services,
  jobId: string,
  slot: string,
  files: readonly (readonly [OutputRole, PaintedFile])[],
): D1PreparedStatement[] {
  const now = services.now()
  const unitId = services.newId('unit')
  const unit = {
    id: unitId,
    job_id: jobId,
    kind: 'book-page',
    slot,
    redo: 0,
    seed: 1,
    created_at: now,
  } as const
  const done = testEnv.DB.prepare(`UPDATE units SET state = 'done', artifact_version = 1 WHERE id = ?`).bind(
    unitId,
  )
  return [
    services.units.insert(unit),
    done,
    ...files.map(([role, file]) =>
      services.artifacts.insert({
        id: services.newId('artifact'),
        job_id: jobId,
        unit_id: unitId,
        slot,
        role,
        version: 1,
        key: artifactKey(jobId, slot, 1, role),
        sha256: file.sha256,
        bytes: file.bytes,
        width_px: file.widthPx,
        height_px: file.heightPx,
        draft: 0,
        created_at: now,
      }),
    ),
  ]
}
