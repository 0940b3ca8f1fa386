-- The order desk lists orders newest first (ids sort by age), of one state, on hold, or by the code printed in the book,
-- and shows how many each state has. No list and no count may read every order.

CREATE INDEX orders_of_state ON orders (state, id);
CREATE INDEX orders_held ON orders (id) WHERE hold IS NOT NULL;
CREATE INDEX orders_by_code ON orders (substr(id, -8), id);

CREATE TABLE order_counts (
  state TEXT PRIMARY KEY,
  orders INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO order_counts (state, orders) SELECT state, count(*) FROM orders GROUP BY state;

CREATE TRIGGER orders_counted_in AFTER INSERT ON orders BEGIN
  INSERT INTO order_counts (state, orders) VALUES (new.state, 1)
    ON CONFLICT (state) DO UPDATE SET orders = orders + 1;
END;

CREATE TRIGGER orders_counted_over AFTER UPDATE OF state ON orders WHEN old.state <> new.state BEGIN
  UPDATE order_counts SET orders = orders - 1 WHERE state = old.state;
  INSERT INTO order_counts (state, orders) VALUES (new.state, 1)
    ON CONFLICT (state) DO UPDATE SET orders = orders + 1;
END;

CREATE TRIGGER orders_counted_out AFTER DELETE ON orders BEGIN
  UPDATE order_counts SET orders = orders - 1 WHERE state = old.state;
END;
