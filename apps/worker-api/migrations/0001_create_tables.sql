-- Times are unix milliseconds in columns named *_at; money is *_minor (cents). The row is the truth: a queue message,
-- an alarm or a webhook is only a reason to look at it.

CREATE TABLE photos (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL,
  key TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  width_px INTEGER NOT NULL,
  height_px INTEGER NOT NULL,
  content_type TEXT NOT NULL,
  consent_version TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  delete_after_at INTEGER NOT NULL,
  deleted_at INTEGER,
  deleted_reason TEXT
) STRICT;
CREATE INDEX photos_due ON photos (delete_after_at) WHERE deleted_at IS NULL;
CREATE INDEX photos_of_customer ON photos (customer_id);

CREATE TABLE jobs (
  id TEXT PRIMARY KEY,
  recipe TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  photo_id TEXT NOT NULL REFERENCES photos (id),
  book_id TEXT NOT NULL,
  book_version TEXT NOT NULL,
  request TEXT NOT NULL,
  lane TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  ready_at INTEGER
) STRICT;
CREATE INDEX jobs_open ON jobs (state, updated_at);
CREATE INDEX jobs_of_customer ON jobs (customer_id);

CREATE TABLE units (
  id TEXT PRIMARY KEY,
  job_id TEXT NOT NULL REFERENCES jobs (id),
  kind TEXT NOT NULL,
  slot TEXT NOT NULL,
  redo INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL,
  attempt INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0,
  artifact_version INTEGER NOT NULL DEFAULT 0,
  seed INTEGER NOT NULL,
  provider_ref TEXT,
  submitted_at INTEGER,
  heartbeat_at INTEGER,
  progress REAL NOT NULL DEFAULT 0,
  result TEXT,
  failure TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (job_id, slot, redo)
) STRICT;
CREATE INDEX units_open ON units (state, updated_at);

CREATE TABLE artifacts (
  id TEXT PRIMARY KEY,
  job_id TEXT NOT NULL REFERENCES jobs (id),
  unit_id TEXT NOT NULL REFERENCES units (id),
  slot TEXT NOT NULL,
  role TEXT NOT NULL,
  version INTEGER NOT NULL,
  key TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  width_px INTEGER NOT NULL,
  height_px INTEGER NOT NULL,
  draft INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (job_id, slot, role, version)
) STRICT;

CREATE TABLE orders (
  id TEXT PRIMARY KEY,
  preview_job_id TEXT NOT NULL REFERENCES jobs (id),
  render_job_id TEXT,
  customer_id TEXT NOT NULL,
  photo_id TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT,
  hold TEXT,
  quantity INTEGER NOT NULL,
  amount_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  payment_source TEXT NOT NULL,
  payment_session TEXT,
  payment_url TEXT,
  payment_ref TEXT,
  email TEXT,
  ship_to TEXT,
  approved_pages TEXT NOT NULL,
  interior TEXT,
  cover TEXT,
  draft INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  paid_at INTEGER
) STRICT;
CREATE INDEX orders_open ON orders (state, updated_at);
CREATE INDEX orders_by_age ON orders (created_at);
CREATE UNIQUE INDEX orders_payment_session ON orders (payment_source, payment_session);
-- One live order a preview, whatever pays for it: more copies are quantity, not a second order.
CREATE UNIQUE INDEX orders_of_preview ON orders (preview_job_id) WHERE state NOT IN ('cancelled', 'refunded');
CREATE UNIQUE INDEX orders_render_job ON orders (render_job_id);

CREATE TABLE print_jobs (
  id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL UNIQUE REFERENCES orders (id),
  vendor TEXT NOT NULL,
  vendor_ref TEXT,
  status TEXT NOT NULL,
  problems TEXT,
  tracking TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX print_jobs_vendor_ref ON print_jobs (vendor, vendor_ref);

CREATE TABLE inbound_events (
  source TEXT NOT NULL,
  event_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  PRIMARY KEY (source, event_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE idempotency_keys (
  scope TEXT NOT NULL,
  key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  resource_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (scope, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  action TEXT NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX audit_of_subject ON audit (subject, at);

CREATE TABLE ledger (
  id INTEGER PRIMARY KEY,
  job_id TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  gpu_ms INTEGER NOT NULL,
  at INTEGER NOT NULL,
  UNIQUE (unit_id, attempt)
) STRICT;

CREATE TABLE daily_previews (
  day TEXT NOT NULL,
  address_hash TEXT NOT NULL,
  previews INTEGER NOT NULL,
  PRIMARY KEY (day, address_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE dead_letters (
  id TEXT PRIMARY KEY,
  message TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  at INTEGER NOT NULL,
  replayed_at INTEGER
) STRICT;
