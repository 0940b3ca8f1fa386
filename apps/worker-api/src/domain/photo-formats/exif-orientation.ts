/**
 * The one fact of EXIF we need: which way up the photo is. EXIF is a TIFF file in small (TIFF 6.0 §2): a byte order, and a
 * first directory of 12-byte entries.
 */

/** 1 is upright; 2 to 8 are the turns and mirrorings of EXIF 2.32 §4.6.4. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

const orientationTag = 0x0112
const shortType = 3

/** Reads the orientation out of a TIFF block. Whatever is wrong with the block means upright: it is advice, not picture. */
export function readOrientation(tiff: Uint8Array): Orientation {
  if (tiff.length < 8) {
    return 1
  }
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const littleEndian = view.getUint16(0) === 0x4949
  if (!littleEndian && view.getUint16(0) !== 0x4d4d) {
    return 1
  }
  const directory = view.getUint32(4, littleEndian)
  if (directory + 2 > tiff.length) {
    return 1
  }
  const entries = view.getUint16(directory, littleEndian)
  for (let index = 0; index < entries; index++) {
    const entry = directory + 2 + index * 12
    if (entry + 12 > tiff.length) {
      return 1
    }
    const isOrientation = view.getUint16(entry, littleEndian) === orientationTag
    if (isOrientation && view.getUint16(entry + 2, littleEndian) === shortType) {
      return asOrientation(view.getUint16(entry + 8, littleEndian))
    }
  }
  return 1
}

/** A TIFF block that says the orientation and nothing else. */
export function orientationTiff(orientation: Orientation): Uint8Array {
  const tiff = new Uint8Array(26)
  const view = new DataView(tiff.buffer)
  view.setUint16(0, 0x4d4d)
  view.setUint16(2, 42)
  view.setUint32(4, 8)
  view.setUint16(8, 1)
  view.setUint16(10, orientationTag)
  view.setUint16(12, shortType)
  view.setUint32(14, 1)
  view.setUint16(18, orientation)
  // The rest stays zero: the value's padding, and no next directory.
  return tiff
}

function asOrientation(value: number): Orientation {
  const known: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8]
  return known.find((orientation) => orientation === value) ?? 1
}
