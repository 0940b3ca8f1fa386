import { englishLetters } from './english.ts'
import type { Letter, LetterFacts, LetterKind, Letters } from './letter.ts'
import { vietnameseLetters } from './vietnamese.ts'

const lettersIn: Readonly<Record<'en' | 'vi', Letters>> = { en: englishLetters, vi: vietnameseLetters }

export type WrittenLetter = { subject: string; text: string; html: string }

/** Writes a letter as plain text and as HTML, with the same words in both. `link`: where its button leads. */
export function writeLetter(
  kind: LetterKind,
  language: 'en' | 'vi',
  facts: LetterFacts,
  link?: string,
): WrittenLetter {
  const words = lettersIn[language]
  const letter = words[kind](facts)
  const button = link && letter.button ? { words: letter.button, link } : undefined
  const small = [
    ...(button && facts.linkUntil ? [words.linkLine(facts.linkUntil)] : []),
    ...(facts.code ? [words.orderLine(facts.code)] : []),
  ]
  return layOut(language, { letter, button, small, signature: words.signature })
}

/** A note to staff: what happened, to what, and where to look. */
export function writeAlert(
  alert: { kind: string; subject: string; detail: string },
  link: string,
): WrittenLetter {
  const letter: Letter = {
    subject: `[desk] ${alert.kind.replaceAll('_', ' ')}: ${alert.subject}`,
    paragraphs: [`${alert.detail}.`, alert.subject],
  }
  return layOut('en', { letter, button: { words: 'Open the desk', link }, small: [], signature: 'Foxetales' })
}

type Layout = {
  letter: Letter
  button: { words: string; link: string } | undefined
  small: string[]
  signature: string
}

function layOut(language: string, { letter, button, small, signature }: Layout): WrittenLetter {
  const { subject, paragraphs, closing } = letter
  const text = [
    ...paragraphs,
    ...(button ? [`${button.words}:\n${button.link}`] : []),
    ...(closing ? [closing] : []),
    signature,
    ...(small.length > 0 ? ['--', ...small] : []),
  ].join('\n\n')
  return { subject, text: `${text}\n`, html: toHtml(language, { letter, button, small, signature }) }
}

const style = {
  body: 'margin:0;background:#fffaf1;color:#33302c;font:17px/1.55 Georgia,serif',
  box: 'max-width:34rem;margin:0 auto;padding:28px 20px 40px',
  button:
    'display:inline-block;background:#7a3b1d;color:#fffaf1;padding:12px 22px;border-radius:8px;text-decoration:none',
  small: 'color:#5d5a52;font-size:14px;line-height:1.45',
}

/** Tables and pictures are left out on purpose: a letter is words and one link, and reads well in any mail program. */
function toHtml(language: string, { letter, button, small, signature }: Layout): string {
  const paragraph = (words: string) => `<p>${escapeHtml(words)}</p>`
  const parts = [
    ...letter.paragraphs.map(paragraph),
    ...(button
      ? [
          `<p><a href="${escapeHtml(button.link)}" style="${style.button}">${escapeHtml(button.words)}</a></p>`,
        ]
      : []),
    ...(letter.closing ? [paragraph(letter.closing)] : []),
    paragraph(signature),
    ...(small.length > 0 ? ['<hr style="border:0;border-top:1px solid #e6dcc8">'] : []),
    ...small.map((words) => `<p style="${style.small}">${escapeHtml(words)}</p>`),
  ]
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(letter.subject)}</title></head>
<body style="${style.body}"><div style="${style.box}">
${parts.join('\n')}
</div></body></html>
`
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
