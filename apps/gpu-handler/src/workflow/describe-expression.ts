import type { Expression, FaceRegion, Gaze } from '@foxetales/shared-schemas/book'

/** What a sampler knows of faces: what they show, and by which features. */
const expressionPhrases: Record<Expression, string> = {
  calm: 'has a calm, peaceful face with gently closed lips',
  happy: 'has a happy face with a warm smile',
  laughing: 'is laughing with joy, mouth wide open and cheeks raised',
  surprised: 'looks surprised, with wide open eyes, raised eyebrows and a small round open mouth',
  curious: 'looks curious and full of wonder, with wide eyes, raised eyebrows and slightly parted lips',
  determined: 'looks determined, with lowered straight eyebrows and firmly closed lips',
  worried: 'looks worried, with the inner ends of the eyebrows raised and the lips pressed together',
  sad: 'looks sad, with drooping eyelids and the corners of the mouth turned down',
  tender: 'looks tender and content, with closed, gently curved eyes and a soft smile',
  asleep: 'is fast asleep with closed eyes and relaxed lips',
}

const gazePhrases: Record<Gaze, string> = {
  left: 'look to the left',
  right: 'look to the right',
  up: 'look up',
  down: 'look down',
  'up-left': 'look up to the left',
  'up-right': 'look up to the right',
  'down-left': 'look down to the left',
  'down-right': 'look down to the right',
}

/** Closed eyes look nowhere. */
const eyesClosed: ReadonlySet<Expression | undefined> = new Set(['asleep', 'tender'])

/**
 * Sentences on the child's face, for the end of a prompt: "The child looks sad, with … The child’s eyes look down." None
 * where the story says nothing.
 */
export function describeExpression({ expression, gaze }: Pick<FaceRegion, 'expression' | 'gaze'>): string[] {
  return [
    ...(expression ? [`The child ${expressionPhrases[expression]}.`] : []),
    ...(gaze && !eyesClosed.has(expression) ? [`The child’s eyes ${gazePhrases[gaze]}.`] : []),
  ]
}
