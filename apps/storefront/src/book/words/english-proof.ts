/** The day in which the words of a paid book can still be corrected. */
export const englishProof = {
  title: 'Read it once more before we print',
  until: (when: string) =>
    `You can correct the name and the dedication until ${when}. Then the book goes to the printer by itself.`,
  name: 'The name as it stands in the book',
  dedication: 'Dedication',
  noDedication: 'Leave it empty for the dedication of the book itself.',
  save: 'Correct it',
  saving: 'One moment …',
  saved: 'Corrected. This is what will be printed.',
  release: 'All is right: print it now',
  releasing: 'One moment …',
  file: 'See the whole book as a PDF',
  fileHint: 'Small and marked, with the lines where it is cut. The printed one is sharp and without them.',
  fileLater: 'When every page is painted, you find the whole book here as a PDF.',
}
