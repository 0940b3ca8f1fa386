/** Where the book goes, for how much, and until when. */
export const englishShipping = {
  to: 'Where does the book go?',
  gift: 'A gift goes straight to whoever gets it, in another country too. Days count from today: we paint, you read it once more, it is printed and sent.',
  asking: 'Asking the printer what it costs …',
  levels: { standard: 'Standard', express: 'Express' },
  arrives: (when: string) => `expected ${when}`,
  tracked: 'with tracking',
  again: 'Ask again',
}
