-- Until when the customer may still correct the book's words; nothing is bound or printed before. NULL: no window.
ALTER TABLE orders ADD COLUMN proof_until INTEGER;
