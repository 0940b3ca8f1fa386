import type { FaceRegion } from '@foxetales/shared-schemas/book'
import type { ChildLook, HairStyle } from '@foxetales/shared-schemas/child'
import { describeExpression } from './describe-expression.ts'

/** Words that a text encoder trained on captions knows; the Monk scale's numbers mean nothing to it. */
const skinPhrases = [
  'very fair skin',
  'fair skin',
  'fair warm skin',
  'light golden skin',
  'light tan skin',
  'tan brown skin',
  'medium brown skin',
  'brown skin',
  'deep brown skin',
  'very deep brown skin',
] as const

const heritagePhrases: Record<NonNullable<ChildLook['heritage']>, string> = {
  african: 'of African heritage',
  'east-asian': 'of East Asian heritage',
  european: 'of European heritage',
  'latin-american': 'of Latin American heritage',
  'middle-eastern': 'of Middle Eastern heritage',
  'pacific-islander': 'of Pacific Islander heritage',
  'south-asian': 'of South Asian heritage',
  'southeast-asian': 'of Southeast Asian heritage',
  mixed: 'of mixed heritage',
}

/**
 * The child in fixed phrases, for the sampler: "a 5 year old child of mixed heritage with tan brown skin, long curly
 * dark brown hair and glasses". Every word comes from a table; nothing a customer typed can appear.
 */
export function describeChild(look: ChildLook): string {
  const who = look.age === undefined ? 'a young child' : `a ${look.age} year old child`
  const origin = look.heritage === undefined ? '' : ` ${heritagePhrases[look.heritage]}`
  const features = [
    skinPhrases[look.skin_tone - 1],
    hairPhrase(look.hair),
    look.glasses ? 'glasses' : undefined,
    look.hearing_aid ? 'a hearing aid' : undefined,
  ]
  return `${who}${origin} with ${joinWords(features.filter((feature) => feature !== undefined))}`
}

/**
 * The texts for FLUX's two encoders: the short one steers style and subject, the long one tells the scene and how the child
 * looks in it.
 */
export function writePrompts(
  bookPrompt: string,
  look: ChildLook,
  face: Pick<FaceRegion, 'expression' | 'gaze'> | null,
): { clipL: string; t5xxl: string } {
  const childInWords = describeChild(look)
  const sentences = [
    bookPrompt,
    `The child in the picture is ${childInWords}.`,
    ...(face === null ? [] : describeExpression(face)),
  ]
  return {
    clipL: `watercolor picture book illustration of ${childInWords}`,
    t5xxl: sentences.join(' '),
  }
}

const stylePhrases: Record<HairStyle, string> = {
  tousled: 'short tousled',
  bob: 'chin-length bobbed',
  curls: 'curly',
  coils: 'round afro of coily',
  locs: 'locs of',
  bun: 'tied up in a bun',
  long: 'long straight',
  headscarf: '',
}

function hairPhrase(hair: ChildLook['hair']): string | undefined {
  if (hair === undefined || Object.keys(hair).length === 0) return undefined
  if (hair.style === 'headscarf') return 'a headscarf'
  const shape = hair.style ? [stylePhrases[hair.style]] : [hair.length, hair.texture]
  const words = [...shape, hair.colour?.replace('-', ' '), 'hair']
  return words.filter((word) => word !== undefined).join(' ')
}

function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}
