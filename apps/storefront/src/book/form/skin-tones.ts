/** The swatches of the Monk skin tone scale, 1 (lightest) to 10 (deepest): https://skintone.google */
export const monkSwatches = [
  '#f6ede4',
  '#f3e7db',
  '#f7ead0',
  '#eadaba',
  '#d7bd96',
  '#a07e56',
  '#825c43',
  '#604134',
  '#3a312a',
  '#292420',
] as const
