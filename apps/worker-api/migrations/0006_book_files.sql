-- One row for every PDF that was begun for an order: a book assembled again is a new version, never over the old one.
-- made_from: hash of all that decides the bytes. upload and parts (JSON: number, etag, sha256): where to go on after a
-- crash. file (JSON: BookFile) once it is whole. problems (JSON) once preflight has looked.
CREATE TABLE book_files (
  order_id TEXT NOT NULL REFERENCES orders (id),
  part TEXT NOT NULL,
  version INTEGER NOT NULL,
  made_from TEXT NOT NULL,
  upload TEXT,
  parts TEXT NOT NULL DEFAULT '[]',
  tries INTEGER NOT NULL DEFAULT 0,
  file TEXT,
  problems TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (order_id, part, version)
) STRICT, WITHOUT ROWID;
