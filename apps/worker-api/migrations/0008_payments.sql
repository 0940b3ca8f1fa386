-- What was sold, paid and given back. An order is one purchase; a reorder is another order that pins the first one's files.

ALTER TABLE orders ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
-- Where the shipping was quoted for, what was offered (JSON), and what the customer chose.
ALTER TABLE orders ADD COLUMN ship_country TEXT;
ALTER TABLE orders ADD COLUMN shipping_options TEXT;
ALTER TABLE orders ADD COLUMN shipping_level TEXT;
ALTER TABLE orders ADD COLUMN shipping_minor INTEGER;
ALTER TABLE orders ADD COLUMN tax_minor INTEGER;
ALTER TABLE orders ADD COLUMN discount_minor INTEGER;
-- Everything charged, and everything given back of it.
ALTER TABLE orders ADD COLUMN paid_minor INTEGER;
ALTER TABLE orders ADD COLUMN refunded_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN reorder_of TEXT REFERENCES orders (id);
-- Who ended a cancelled order: checkout, payment, superseded, customer, staff, erasure. It decides what late money does.
ALTER TABLE orders ADD COLUMN ended_by TEXT;
CREATE INDEX orders_of_payment ON orders (payment_source, payment_ref) WHERE payment_ref IS NOT NULL;
CREATE INDEX orders_reorders ON orders (reorder_of) WHERE reorder_of IS NOT NULL;

-- One live order a preview, whatever pays for it: more copies are quantity or a reorder, which prints the same files.
DROP INDEX orders_of_preview;
CREATE UNIQUE INDEX orders_of_preview ON orders (preview_job_id)
  WHERE state NOT IN ('cancelled', 'refunded') AND reorder_of IS NULL;

-- Money on its way back. The row comes before the call; `cause` is what it is for, once an order.
CREATE TABLE refunds (
  id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES orders (id),
  cause TEXT NOT NULL,
  amount_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT NOT NULL,
  state TEXT NOT NULL,
  provider_ref TEXT,
  failure TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (order_id, cause)
) STRICT;
CREATE INDEX refunds_open ON refunds (state, updated_at);
CREATE UNIQUE INDEX refunds_provider_ref ON refunds (order_id, provider_ref) WHERE provider_ref IS NOT NULL;

-- Every sum that came or went for an order, once: positive came in.
CREATE TABLE order_money (
  id INTEGER PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES orders (id),
  kind TEXT NOT NULL,
  amount_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  ref TEXT NOT NULL,
  at INTEGER NOT NULL,
  UNIQUE (order_id, kind, ref)
) STRICT;
