import { randomInt } from 'node:crypto'

/** Makes the random part of an id: letters and digits. */
export type RandomId = (length: number) => string

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

export const randomId: RandomId = (length) =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
