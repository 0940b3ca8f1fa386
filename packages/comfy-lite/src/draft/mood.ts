/** How the child feels on a page; undefined is the photo's own expression. */
export type Mood = 'asleep' | 'sad' | undefined

const words: readonly (readonly [RegExp, NonNullable<Mood>])[] = [
  [/\b(asleep|sleeps|sleeping)\b/, 'asleep'],
  [/\b(sad|crying|lost|storm|tumbles?|gone)\b/, 'sad'],
]

/** Reads the mood off the prompt, from which a sampler takes it too. */
export function moodOf(prompt: string): Mood {
  return words.find(([word]) => word.test(prompt))?.[1]
}
