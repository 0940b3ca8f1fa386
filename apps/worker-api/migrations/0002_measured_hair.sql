-- What the photo's check saw of the hair, as JSON; forgotten with the photo.
ALTER TABLE photos ADD COLUMN measured_hair TEXT;
