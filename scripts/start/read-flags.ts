import { parseArgs } from 'node:util'

export interface Flags {
  /** Run the main job, write the files, and exit. */
  readonly once: boolean
  readonly photo: string
  readonly name: string
  readonly book: string
  readonly skinTone: number
  readonly language: string
  readonly out: string
}

const usage = `npm start -- [--once] [--photo FILE] [--name NAME] [--book ID] [--skin-tone 1..10] [--language en|vi] [--out DIR]`

/** The command line's flags; throws an Error with one sentence a person can act on. */
export function readFlags(args: readonly string[], samplePhoto: string): Flags {
  const { values } = parse(args)
  const skinTone = Number(values['skin-tone'])
  if (!Number.isInteger(skinTone) || skinTone < 1 || skinTone > 10) {
    throw new Error(`--skin-tone is a whole number from 1 to 10.\n${usage}`)
  }
  return {
    once: values.once,
    photo: values.photo ?? samplePhoto,
    name: values.name,
    book: values.book,
    skinTone,
    language: values.language,
    out: values.out,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        once: { type: 'boolean', default: false },
        photo: { type: 'string' },
        name: { type: 'string', default: 'Mai' },
        book: { type: 'string', default: 'lantern' },
        'skin-tone': { type: 'string', default: '3' },
        language: { type: 'string', default: 'en' },
        out: { type: 'string', default: 'out' },
      },
    })
  } catch (fault) {
    throw new Error(`${fault instanceof Error ? fault.message : 'The flags cannot be read.'}\n${usage}`)
  }
}
