/** What the child's face shows on a page. */
export type Expression =
  | 'calm'
  | 'happy'
  | 'laughing'
  | 'surprised'
  | 'curious'
  | 'determined'
  | 'worried'
  | 'sad'
  | 'tender'
  | 'asleep'

/** Where the eyes look, in shares of their reach: 1 is as far right, or down, as eyes on a page go. */
export type Gaze = { readonly right: number; readonly down: number }

/** How the page's child looks. What is undefined is as in the photo, which mostly looks at us. */
export type Look = { readonly expression: Expression | undefined; readonly gaze: Gaze | undefined }

const words: Readonly<Record<Expression, RegExp>> = {
  calm: /\b(calm|peaceful|serene|hushed)\b/g,
  happy: /\b(happy|happily|smil(es|ing)|glad|cheerful)\b/g,
  laughing: /\b(laugh(s|ing)|joyful|joyfully|delighted|cheer(s|ing))\b/g,
  surprised: /\b(surprised|astonished|amazed|startled)\b/g,
  curious: /\b(curious|curiously|wonder(s|ing)?|awe|marvel(s|ling)?)\b/g,
  determined: /\b(determined|resolute|brave|bravely)\b/g,
  worried: /\b(worried|anxious|nervous|scared|afraid|frightened)\b/g,
  sad: /\b(sad|sadly|unhappy|crying|cries|tearful)\b/g,
  tender: /\b(tender|tenderly|content|hug(s|ging)?)\b/g,
  asleep: /\b(asleep|sleep(s|ing))\b/g,
}

/**
 * Reads the child's look off the prompt, from which a sampler takes it too. The last word of feeling counts: a prompt ends
 * with what is said of the child, and begins with the scene.
 */
export function lookOf(prompt: string): Look {
  let latest = -1
  let expression: Expression | undefined
  for (const candidate of Object.keys(words) as Expression[]) {
    const at = lastMatch(prompt, words[candidate])
    if (at > latest) [latest, expression] = [at, candidate]
  }
  return { expression, gaze: gazeOf(prompt) }
}

function lastMatch(prompt: string, word: RegExp): number {
  return Math.max(-1, ...[...prompt.matchAll(word)].map((match) => match.index))
}

/** "The child's eyes look up to the left": left and right are the reader's. */
function gazeOf(prompt: string): Gaze | undefined {
  const [, said] = /\beyes (?:look|looking) ([a-z ]+)/.exec(prompt) ?? []
  if (said === undefined) return undefined
  const towards = (more: RegExp, less: RegExp) => Number(more.test(said)) - Number(less.test(said))
  return { right: towards(/\bright\b/, /\bleft\b/), down: towards(/\bdown\b/, /\bup\b/) }
}
