/** One table of id prefixes: an id found in a log, a row or a vendor's metadata says what it names. */
export const idPrefixes = {
  customer: 'cus',
  photo: 'pho',
  job: 'job',
  unit: 'unt',
  artifact: 'art',
  order: 'ord',
  printJob: 'prt',
  event: 'evt',
  alert: 'alt',
  message: 'msg',
  refund: 'rfd',
  request: 'req',
} as const

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * A new id: prefix, 10 characters of time (ms, so ids sort by age), 16 random characters (80 bits), in Crockford base 32.
 * `now` in unix ms; `random` fills the given bytes.
 */
export function newId(
  kind: keyof typeof idPrefixes,
  now: number,
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes),
): string {
  let time = ''
  for (let rest = now, place = 0; place < 10; place++, rest = Math.floor(rest / 32)) {
    time = alphabet[rest % 32] + time
  }
  const tail = [...random(new Uint8Array(16))].map((byte) => alphabet[byte % 32]).join('')
  return `${idPrefixes[kind]}_${time}${tail}`
}
