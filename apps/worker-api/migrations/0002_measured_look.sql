-- What the photo's check saw of the child's looks, as JSON; forgotten with the photo.
ALTER TABLE photos ADD COLUMN measured_look TEXT;
