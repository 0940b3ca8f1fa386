import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Documents of one kind, by id; oldest first where several are asked for. */
export interface Collection<Document> {
  get(id: string): Document | undefined
  put(id: string, document: Document): void
  remove(id: string): void
  all(): Document[]
}

export interface DocumentStore {
  collection<Document>(kind: string): Collection<Document>
  /** Everything that `work` writes is kept, or, when it throws, nothing. `work` must not wait for anything. */
  transaction<Result>(work: () => Result): Result
  close(): void
}

/**
 * JSON documents in one SQLite file, so that an outside party forgets nothing when its process is killed.
 * @throws {Error} when the file cannot be opened
 */
export function openDocumentStore(stateDir: string, name: string): DocumentStore {
  mkdirSync(stateDir, { recursive: true })
  const database = new DatabaseSync(path.join(stateDir, `${name}.sqlite`))
  database.exec(`
    PRAGMA journal_mode = WAL;
    CREATE TABLE IF NOT EXISTS documents (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      body TEXT NOT NULL,
      UNIQUE (kind, id)
    );
  `)
  const one = database.prepare('SELECT body FROM documents WHERE kind = ? AND id = ?')
  const many = database.prepare('SELECT body FROM documents WHERE kind = ? ORDER BY seq')
  const put = database.prepare(
    'INSERT INTO documents (kind, id, body) VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body',
  )
  const remove = database.prepare('DELETE FROM documents WHERE kind = ? AND id = ?')

  return {
    collection<Document>(kind: string): Collection<Document> {
      // Only `put` of the same collection writes these rows, so what is read has the type of what was written.
      const read = (row: Record<string, unknown>) => JSON.parse(String(row['body'])) as Document
      return {
        get(id) {
          const row = one.get(kind, id)
          return row && read(row)
        },
        put(id, document) {
          put.run(kind, id, JSON.stringify(document))
        },
        remove(id) {
          remove.run(kind, id)
        },
        all: () => many.all(kind).map(read),
      }
    },

    transaction(work) {
      // Within another one, the outer decides.
      if (database.isTransaction) return work()
      database.exec('BEGIN IMMEDIATE')
      try {
        const result = work()
        database.exec('COMMIT')
        return result
      } catch (error) {
        database.exec('ROLLBACK')
        throw error
      }
    },

    close: () => database.close(),
  }
}
