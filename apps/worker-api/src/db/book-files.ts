import type { BookPart } from '../domain/file-keys.ts'

/** A PDF of an order, begun or whole. JSON columns: parts (UploadedPart[]), file (BookFile), problems (BookProblem[]). */
export interface BookFileRow {
  order_id: string
  part: BookPart
  version: number
  /** Hash of all that decides the bytes: the same hash is the same file. */
  made_from: string
  upload: string | null
  parts: string
  tries: number
  file: string | null
  problems: string | null
  created_at: number
  updated_at: number
}

export function bookFilesTable(db: D1Database) {
  const at = 'WHERE order_id = ? AND part = ? AND version = ?'
  const idOf = (row: BookFileRow) => [row.order_id, row.part, row.version] as const
  return {
    latest(orderId: string, part: BookPart): Promise<BookFileRow | null> {
      return db
        .prepare('SELECT * FROM book_files WHERE order_id = ? AND part = ? ORDER BY version DESC LIMIT 1')
        .bind(orderId, part)
        .first<BookFileRow>()
    },

    /** The row of the next version; null when somebody else has just begun it. */
    begin(orderId: string, part: BookPart, madeFrom: string, now: number): Promise<BookFileRow | null> {
      return db
        .prepare(
          `INSERT OR IGNORE INTO book_files (order_id, part, version, made_from, created_at, updated_at)
             SELECT ?1, ?2, COALESCE(MAX(version), 0) + 1, ?3, ?4, ?4 FROM book_files WHERE order_id = ?1 AND part = ?2
             RETURNING *`,
        )
        .bind(orderId, part, madeFrom, now)
        .first<BookFileRow>()
    },

    async setUpload(row: BookFileRow, upload: string, now: number): Promise<void> {
      await db
        .prepare(`UPDATE book_files SET upload = ?, updated_at = ? ${at}`)
        .bind(upload, now, ...idOf(row))
        .run()
    },

    async closeUpload(row: BookFileRow, now: number): Promise<void> {
      await db
        .prepare(`UPDATE book_files SET upload = NULL, updated_at = ? ${at}`)
        .bind(now, ...idOf(row))
        .run()
    },

    async countTry(row: BookFileRow, now: number): Promise<void> {
      await db
        .prepare(`UPDATE book_files SET tries = tries + 1, updated_at = ? ${at}`)
        .bind(now, ...idOf(row))
        .run()
    },

    /** Keeps the parts that are stored, and shows on the order that somebody is at work. */
    async setParts(row: BookFileRow, parts: string, now: number): Promise<void> {
      await db.batch([
        db.prepare(`UPDATE book_files SET parts = ?, updated_at = ? ${at}`).bind(parts, now, ...idOf(row)),
        db
          .prepare(`UPDATE orders SET updated_at = ? WHERE id = ? AND state = 'assembling'`)
          .bind(now, row.order_id),
      ])
    },

    async setFile(row: BookFileRow, file: string, now: number): Promise<void> {
      await db
        .prepare(`UPDATE book_files SET file = ?, updated_at = ? ${at}`)
        .bind(file, now, ...idOf(row))
        .run()
    },

    async setProblems(
      orderId: string,
      key: { part: BookPart; version: number },
      problems: string,
      now: number,
    ) {
      await db
        .prepare(`UPDATE book_files SET problems = ?, updated_at = ? ${at}`)
        .bind(problems, now, orderId, key.part, key.version)
        .run()
    },

    removeOfOrder(orderId: string): D1PreparedStatement {
      return db.prepare('DELETE FROM book_files WHERE order_id = ?').bind(orderId)
    },

    async openUploads(orderId: string, part: BookPart): Promise<BookFileRow[]> {
      const found = await db
        .prepare(
          'SELECT * FROM book_files WHERE order_id = ? AND part = ? AND upload IS NOT NULL AND file IS NULL',
        )
        .bind(orderId, part)
        .all<BookFileRow>()
      return found.results
    },
  }
}
export type BookFilesTable = ReturnType<typeof bookFilesTable>
