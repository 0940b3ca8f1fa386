export const foxColours = {
  coat: '#e07f38',
  shade: '#c4622a',
  white: '#fbf0dd',
  sock: '#4b2f2a',
  scarf: '#3f8a8c',
} as const
