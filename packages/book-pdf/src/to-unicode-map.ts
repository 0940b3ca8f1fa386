/** A block of a CMap has at most this many entries (Adobe Technical Note 5014, §"Operators"). */
const blockSize = 100

/**
 * A ToUnicode CMap (ISO 32000-1 §9.10.3) for two-byte codes given as four hex digits, so that a name can be searched and
 * copied as it is written. pdf-lib's own puts all entries into one block, which strict readers cut off after 100.
 */
export function toUnicodeMap(characters: ReadonlyMap<string, readonly number[]>): string {
  const entries = [...characters]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, codePoints]) => `<${code}> <${utf16Hex(codePoints)}>`)
  const blocks: string[] = []
  for (let at = 0; at < entries.length; at += blockSize) {
    const block = entries.slice(at, at + blockSize)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <ffff>',
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n')
}

function utf16Hex(codePoints: readonly number[]): string {
  const text = String.fromCodePoint(...codePoints)
  let digits = ''
  for (let at = 0; at < text.length; at++) digits += text.charCodeAt(at).toString(16).padStart(4, '0')
  return digits
}
