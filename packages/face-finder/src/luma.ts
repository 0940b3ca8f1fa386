/** Brightness as the eye weighs the channels (ITU-R BT.601), in the channels' own scale. */
export function luma(red: number, green: number, blue: number): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue
}
