import type { OutputRole } from '@foxetales/shared-schemas/unit'

/** Immutable bytes in R2, by what made them and what they are for. */
export interface ArtifactRow {
  id: string
  job_id: string
  unit_id: string
  slot: string
  role: OutputRole
  version: number
  key: string
  sha256: string
  bytes: number
  width_px: number
  height_px: number
  draft: number
  created_at: number
}

export function artifactsTable(db: D1Database) {
  return {
    insert(artifact: ArtifactRow): D1PreparedStatement {
      return db
        .prepare(
          `INSERT OR IGNORE INTO artifacts (id, job_id, unit_id, slot, role, version, key, sha256, bytes, width_px,
             height_px, draft, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .bind(
          artifact.id,
          artifact.job_id,
          artifact.unit_id,
          artifact.slot,
          artifact.role,
          artifact.version,
          artifact.key,
          artifact.sha256,
          artifact.bytes,
          artifact.width_px,
          artifact.height_px,
          artifact.draft,
          artifact.created_at,
        )
    },

    /** The newest version of every (slot, role) of a job. */
    async current(jobId: string): Promise<ArtifactRow[]> {
      const found = await db
        .prepare(
          `SELECT a.* FROM artifacts a WHERE a.job_id = ?1 AND a.version =
             (SELECT MAX(b.version) FROM artifacts b WHERE b.job_id = ?1 AND b.slot = a.slot AND b.role = a.role)
           ORDER BY a.slot, a.role`,
        )
        .bind(jobId)
        .all<ArtifactRow>()
      return found.results
    },

    /** Every version, for the desk's side by side and for deletion. */
    async all(jobId: string): Promise<ArtifactRow[]> {
      const found = await db
        .prepare('SELECT * FROM artifacts WHERE job_id = ? ORDER BY slot, role, version')
        .bind(jobId)
        .all<ArtifactRow>()
      return found.results
    },

    removeOfJob(jobId: string): D1PreparedStatement {
      return db.prepare('DELETE FROM artifacts WHERE job_id = ?').bind(jobId)
    },
  }
}
export type ArtifactsTable = ReturnType<typeof artifactsTable>
