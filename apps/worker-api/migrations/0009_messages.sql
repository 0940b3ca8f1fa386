-- Letters to customers and staff. The row is planned by the database, in the same transaction as the move it tells of, so
-- that no flow can forget it and nothing is told that did not happen. Its id says what it is about, so it is planned once.

ALTER TABLE jobs ADD COLUMN email TEXT;

CREATE TABLE messages (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  language TEXT NOT NULL,
  -- Only until it was sent. NULL for staff, whose address is the operator's.
  to_address TEXT,
  state TEXT NOT NULL DEFAULT 'planned',
  attempts INTEGER NOT NULL DEFAULT 0,
  failure TEXT,
  provider_ref TEXT,
  due_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX messages_due ON messages (due_at) WHERE state = 'planned';
CREATE INDEX messages_of_subject ON messages (subject);

CREATE TRIGGER orders_told AFTER UPDATE OF state ON orders
  WHEN new.state <> old.state AND new.email IS NOT NULL BEGIN
  INSERT OR IGNORE INTO messages (id, kind, subject, language, to_address, due_at, created_at, updated_at)
    SELECT kind || ':' || new.id, kind, new.id, new.language, new.email, new.updated_at, new.updated_at, new.updated_at
    FROM (SELECT CASE
      WHEN new.state = 'paid' THEN 'order_received'
      WHEN new.state = 'approved' AND new.proof_until > new.updated_at THEN 'proof_ready'
      WHEN new.state = 'shipped' THEN 'shipped'
      WHEN new.state = 'failed' THEN 'went_wrong'
      WHEN new.state = 'cancelled' AND new.ended_by IN ('customer', 'staff') THEN 'cancelled'
      WHEN new.state = 'cancelled' AND new.ended_by = 'payment' THEN 'payment_failed'
      -- Who was told that the order is cancelled was told of the money too.
      WHEN new.state = 'refunded' AND NOT EXISTS (SELECT 1 FROM messages WHERE id = 'cancelled:' || new.id)
        THEN 'refunded'
    END AS kind) WHERE kind IS NOT NULL;
END;

CREATE TRIGGER print_jobs_told AFTER UPDATE OF status ON print_jobs
  WHEN new.status = 'in_production' AND old.status <> 'in_production' BEGIN
  INSERT OR IGNORE INTO messages (id, kind, subject, language, to_address, due_at, created_at, updated_at)
    SELECT 'printing:' || o.id, 'printing', o.id, o.language, o.email, new.updated_at, new.updated_at, new.updated_at
    FROM orders o WHERE o.id = new.order_id AND o.email IS NOT NULL AND o.state = 'printing';
END;

CREATE TRIGGER previews_told AFTER UPDATE OF state ON jobs
  WHEN new.state = 'ready' AND old.state <> 'ready' AND new.recipe = 'book-preview' AND new.email IS NOT NULL BEGIN
  INSERT OR IGNORE INTO messages (id, kind, subject, language, to_address, due_at, created_at, updated_at)
    VALUES ('preview_ready:' || new.id, 'preview_ready', new.id, coalesce(json_extract(new.request, '$.language'), 'en'),
      new.email, new.updated_at, new.updated_at, new.updated_at);
END;

-- A refused photo is told on the page, at once.
CREATE TRIGGER photos_told AFTER UPDATE OF deleted_at ON photos
  WHEN new.deleted_at IS NOT NULL AND old.deleted_at IS NULL AND coalesce(new.deleted_reason, '') NOT LIKE 'refused%' BEGIN
  INSERT OR IGNORE INTO messages (id, kind, subject, language, to_address, due_at, created_at, updated_at)
    SELECT 'photo_deleted:' || new.id, 'photo_deleted', new.id, language, email, new.deleted_at, new.deleted_at,
      new.deleted_at FROM (
        SELECT o.language, o.email, o.created_at FROM orders o WHERE o.photo_id = new.id AND o.email IS NOT NULL
        UNION ALL
        SELECT coalesce(json_extract(j.request, '$.language'), 'en'), j.email, j.created_at FROM jobs j
          WHERE j.photo_id = new.id AND j.email IS NOT NULL
        ORDER BY 3 DESC LIMIT 1);
END;

CREATE TRIGGER alerts_told AFTER INSERT ON alerts BEGIN
  INSERT OR IGNORE INTO messages (id, kind, subject, language, due_at, created_at, updated_at)
    VALUES ('staff_alert:' || new.id, 'staff_alert', new.id, 'en', new.raised_at, new.raised_at, new.raised_at);
END;
