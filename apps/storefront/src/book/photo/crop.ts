/** What the parent does to a photo before it is sent. Lengths are pixels of the turned photo, y down. */
export interface Crop {
  /** Quarter turns clockwise. */
  readonly turns: 0 | 1 | 2 | 3
  /** 1 shows the whole photo in the square frame; 2 half its longer side. */
  readonly zoom: number
  /** The frame's centre, as a fraction of the turned photo's sides. */
  readonly centreX: number
  readonly centreY: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Region extends Size {
  readonly left: number
  readonly top: number
}

export const wholePhoto: Crop = { turns: 0, zoom: 1, centreX: 0.5, centreY: 0.5 }

/** A cut-out smaller than this shows too little of a face; the photo itself may be no smaller either. */
export const shortestSidePx = 500

export function turnedSize({ width, height }: Size, { turns }: Pick<Crop, 'turns'>): Size {
  return turns % 2 === 0 ? { width, height } : { width: height, height: width }
}

/** Zooming in ends where the cut-out would get too small. */
export function largestZoom(photo: Size): number {
  return Math.max(1, Math.min(6, Math.max(photo.width, photo.height) / shortestSidePx))
}

/** The crop with its zoom and centre brought back to where the frame shows as much of the photo as it can. */
export function settle(photo: Size, crop: Crop): Crop {
  const { width, height } = turnedSize(photo, crop)
  const zoom = Math.min(Math.max(crop.zoom, 1), largestZoom(photo))
  const side = Math.max(width, height) / zoom
  return {
    turns: crop.turns,
    zoom,
    centreX: settleAxis(crop.centreX, side / width),
    centreY: settleAxis(crop.centreY, side / height),
  }
}

/** @param frame the frame's side as a fraction of the photo's side on this axis */
function settleAxis(centre: number, frame: number): number {
  if (frame >= 1) return 0.5
  return Math.min(Math.max(centre, frame / 2), 1 - frame / 2)
}

/** A quarter turn clockwise keeps in sight what was in sight. */
export function turnRight(photo: Size, crop: Crop): Crop {
  const turns = ((crop.turns + 1) % 4) as Crop['turns']
  return settle(photo, { turns, zoom: crop.zoom, centreX: 1 - crop.centreY, centreY: crop.centreX })
}

/** The square frame, which may reach over the photo's edge on its shorter side. */
export function frameOf(photo: Size, crop: Crop): Region {
  const { width, height } = turnedSize(photo, crop)
  const side = Math.max(width, height) / crop.zoom
  return {
    left: crop.centreX * width - side / 2,
    top: crop.centreY * height - side / 2,
    width: side,
    height: side,
  }
}

/** What is sent: the part of the photo that lies in the frame, in whole pixels. */
export function cutOut(photo: Size, crop: Crop): Region {
  const size = turnedSize(photo, crop)
  const frame = frameOf(photo, crop)
  const left = Math.max(0, Math.floor(frame.left))
  const top = Math.max(0, Math.floor(frame.top))
  const right = Math.min(size.width, Math.ceil(frame.left + frame.width))
  const bottom = Math.min(size.height, Math.ceil(frame.top + frame.height))
  return { left, top, width: right - left, height: bottom - top }
}
