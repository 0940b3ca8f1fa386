-- How staff want a page to differ when it is painted again: JSON with `likeness` and `skin_tone`, both optional.
ALTER TABLE units ADD COLUMN wish TEXT;
