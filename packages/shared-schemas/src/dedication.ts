import * as z from 'zod'

/** Text a parent writes for the dedication page: up to 240 characters, line breaks allowed, nothing unprintable. */
export const dedication = z
  .string()
  .trim()
  .max(240)
  .refine((text) => !/[^\P{C}\n]/u.test(text), 'The dedication has characters that cannot be printed.')
  .transform((text) => text.normalize('NFC'))
