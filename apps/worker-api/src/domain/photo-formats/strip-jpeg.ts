import { concatBytes, fromLetters, letters } from './bytes.ts'
import { type Orientation, orientationTiff, readOrientation } from './exif-orientation.ts'
import { type JpegSegment, jpegMarker, jpegSegments } from './jpeg.ts'

const exifName = 'Exif\0\0'

/** A JPEG with only the application segments that decoding needs: JFIF, the colour profile, Adobe's colour transform. */
export function stripJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const segments = [...jpegSegments(bytes)]
  const kept = segments.filter(isNeeded)
  const orientation = orientationOf(segments)
  if (orientation !== 1) {
    // JFIF wants to be the first segment, so EXIF comes after it.
    const place = kept.findIndex((segment) => segment.marker !== jpegMarker.app0)
    kept.splice(place, 0, orientationSegment(orientation))
  }
  return concatBytes([
    Uint8Array.of(0xff, jpegMarker.startOfImage),
    ...kept.map((segment) => segment.bytes),
    Uint8Array.of(0xff, jpegMarker.endOfImage),
  ])
}

/** Application segments are E0–EF, extensions F0–FD, the comment FE: of these, only the ones named here are needed. */
function isNeeded(segment: JpegSegment): boolean {
  switch (segment.marker) {
    case 0xe0:
      return isNamed(segment, 'JFIF\0')
    case 0xe2:
      return isNamed(segment, 'ICC_PROFILE\0')
    case 0xee:
      return isNamed(segment, 'Adobe')
    default:
      return segment.marker < 0xe0
  }
}

function orientationOf(segments: readonly JpegSegment[]): Orientation {
  const exif = segments.find((segment) => segment.marker === 0xe1 && isNamed(segment, exifName))
  return exif ? readOrientation(exif.bytes.subarray(4 + exifName.length)) : 1
}

function orientationSegment(orientation: Orientation): JpegSegment {
  const payload = concatBytes([fromLetters(exifName), orientationTiff(orientation)])
  const length = payload.length + 2
  return {
    marker: 0xe1,
    bytes: concatBytes([Uint8Array.of(0xff, 0xe1, length >> 8, length & 0xff), payload]),
  }
}

/** A segment's payload starts after its marker and length, with a name. */
function isNamed(segment: JpegSegment, name: string): boolean {
  return letters(segment.bytes, 4, name.length) === name
}
