-- Shops of others that sell our books. The key to a shop's admin lies sealed; it goes when the shop removes the app.
CREATE TABLE shops (
  domain TEXT PRIMARY KEY,
  sealed_key TEXT,
  installed_at INTEGER NOT NULL,
  uninstalled_at INTEGER,
  checked_at INTEGER NOT NULL
) STRICT;

-- One line of a shop's order is one order of ours, once.
CREATE TABLE shop_lines (
  shop TEXT NOT NULL REFERENCES shops (domain),
  shop_order TEXT NOT NULL,
  line TEXT NOT NULL,
  order_id TEXT NOT NULL UNIQUE REFERENCES orders (id),
  fulfilled_at INTEGER,
  PRIMARY KEY (shop, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX shop_lines_of_order ON shop_lines (shop, shop_order);

-- Erasures a shop asked for on behalf of its customers, until they are done. `shop_order` is * for all of the shop's.
CREATE TABLE shop_erasures (
  shop TEXT NOT NULL,
  shop_order TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  PRIMARY KEY (shop, shop_order)
) STRICT, WITHOUT ROWID;

-- Through which shop a preview was asked for; NULL: our own, or one whose browser spoke to us directly.
ALTER TABLE jobs ADD COLUMN shop TEXT;
