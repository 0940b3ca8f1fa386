-- What a person of the staff has to look at. One open alert a kind and subject, however often it is raised. `detail` holds
-- no name and no address.

CREATE TABLE alerts (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  raised_at INTEGER NOT NULL,
  settled_at INTEGER,
  settled_by TEXT,
  settled_reason TEXT
) STRICT;
CREATE UNIQUE INDEX alerts_open ON alerts (kind, subject) WHERE settled_at IS NULL;
CREATE INDEX alerts_of_subject ON alerts (subject, raised_at);

-- Raised here and not by flows, so that no way into these states can forget to.
CREATE TRIGGER orders_failed_alert AFTER UPDATE OF state ON orders
  WHEN new.state = 'failed' AND old.state <> 'failed' BEGIN
  INSERT OR IGNORE INTO alerts (id, kind, subject, detail, raised_at)
    VALUES ('alt_' || lower(hex(randomblob(13))), 'order_failed', new.id, coalesce(new.reason, 'no reason given'), new.updated_at);
END;

CREATE TRIGGER dead_letters_alert AFTER INSERT ON dead_letters BEGIN
  INSERT OR IGNORE INTO alerts (id, kind, subject, detail, raised_at)
    VALUES ('alt_' || lower(hex(randomblob(13))), 'dead_letter', new.id, 'a message was tried too often', new.at);
END;
