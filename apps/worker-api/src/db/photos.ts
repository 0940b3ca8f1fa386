/** A child's photo: where it lies and when it must be gone. The bytes are in R2 alone. */
export interface PhotoRow {
  id: string
  customer_id: string
  key: string
  sha256: string
  bytes: number
  width_px: number
  height_px: number
  content_type: string
  consent_version: string
  created_at: number
  delete_after_at: number
  /** MeasuredLook as JSON, once the check has seen the photo. */
  measured_look: string | null
  deleted_at: number | null
  deleted_reason: string | null
}

export type NewPhoto = Omit<PhotoRow, 'measured_look' | 'deleted_at' | 'deleted_reason'>

export function photosTable(db: D1Database) {
  return {
    insert(photo: NewPhoto): D1PreparedStatement {
      return db
        .prepare(
          `INSERT INTO photos (id, customer_id, key, sha256, bytes, width_px, height_px, content_type,
             consent_version, created_at, delete_after_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .bind(
          photo.id,
          photo.customer_id,
          photo.key,
          photo.sha256,
          photo.bytes,
          photo.width_px,
          photo.height_px,
          photo.content_type,
          photo.consent_version,
          photo.created_at,
          photo.delete_after_at,
        )
    },

    find(id: string): Promise<PhotoRow | null> {
      return db.prepare('SELECT * FROM photos WHERE id = ?').bind(id).first<PhotoRow>()
    },

    async ofCustomer(customerId: string): Promise<PhotoRow[]> {
      const found = await db
        .prepare('SELECT * FROM photos WHERE customer_id = ?')
        .bind(customerId)
        .all<PhotoRow>()
      return found.results
    },

    /** Photos whose time is over and whose bytes were not yet deleted, oldest first. */
    async due(now: number, limit: number): Promise<PhotoRow[]> {
      const found = await db
        .prepare(
          'SELECT * FROM photos WHERE deleted_at IS NULL AND delete_after_at <= ? ORDER BY delete_after_at LIMIT ?',
        )
        .bind(now, limit)
        .all<PhotoRow>()
      return found.results
    },

    /** Sets the time by which the photo must be gone. */
    async deleteAfter(id: string, at: number): Promise<void> {
      await db.prepare('UPDATE photos SET delete_after_at = ? WHERE id = ?').bind(at, id).run()
    },

    async setMeasuredLook(id: string, look: string): Promise<void> {
      await db
        .prepare('UPDATE photos SET measured_look = ? WHERE id = ? AND deleted_at IS NULL')
        .bind(look, id)
        .run()
    },

    /** Called after the bytes are gone; the row stays as the proof of deletion, what was measured on the photo does not. */
    async markDeleted(id: string, reason: string, now: number): Promise<void> {
      await db.batch([
        db
          .prepare(
            `UPDATE photos SET deleted_at = ?, deleted_reason = ?, measured_look = NULL
               WHERE id = ? AND deleted_at IS NULL`,
          )
          .bind(now, reason, id),
        db
          .prepare(
            `UPDATE units SET result = json_remove(result, '$.look.hair')
               WHERE kind = 'check-photo' AND result IS NOT NULL
                 AND job_id IN (SELECT id FROM jobs WHERE photo_id = ?)`,
          )
          .bind(id),
      ])
    },
  }
}
export type PhotosTable = ReturnType<typeof photosTable>
