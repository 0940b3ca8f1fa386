-- A print job is sent at most once. Its row says who prints it, what became of every try, and whether one is in doubt.

-- When the last try began: written before the call.
ALTER TABLE print_jobs ADD COLUMN attempted_at INTEGER;
-- 1 from before a call that could make a job until its outcome is known: then nobody else is asked to print this book.
ALTER TABLE print_jobs ADD COLUMN doubt INTEGER NOT NULL DEFAULT 0;
-- JSON array of the printers that refused this book or were down before it was sent.
ALTER TABLE print_jobs ADD COLUMN passed_over TEXT NOT NULL DEFAULT '[]';
-- Since when the printer does not answer.
ALTER TABLE print_jobs ADD COLUMN down_since INTEGER;
-- The interior's sha256 and what the printer's own file check gave us to ask again with; `sound` once it said so.
ALTER TABLE print_jobs ADD COLUMN file_check TEXT;
-- When the printer was last asked about it.
ALTER TABLE print_jobs ADD COLUMN asked_at INTEGER;
-- From then on the links to its files are dead.
ALTER TABLE print_jobs ADD COLUMN links_revoked_at INTEGER;
CREATE INDEX print_jobs_open ON print_jobs (status, updated_at);
CREATE INDEX print_jobs_of_vendor ON print_jobs (vendor, created_at);

-- When what the cron does for a printer as a whole was last done.
CREATE TABLE printer_rounds (
  vendor TEXT NOT NULL,
  round TEXT NOT NULL,
  done_at INTEGER NOT NULL,
  PRIMARY KEY (vendor, round)
) STRICT, WITHOUT ROWID;
