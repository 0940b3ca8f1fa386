/** The tint of pages that have text and no picture. */
export const interiorPaper = '#fdf6e7'
