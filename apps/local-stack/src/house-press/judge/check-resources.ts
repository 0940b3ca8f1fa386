import { PdfArray, PdfDict, PdfName, PdfNumber, type PdfObject, PdfStream } from '@libpdf/core'
import { arrayAt, dictAt, type Resolve } from './open-document.ts'
import type { PageMarks } from './page-marks.ts'

/** The names of the fonts on a page that bring no font file. */
export function unembeddedFonts(marks: PageMarks, resolve: Resolve): string[] {
  const missing = marks.resources.flatMap((resources) => {
    const fonts = dictAt(resources, 'Font', resolve)
    return valuesOf(fonts, resolve).filter((font) => !isEmbedded(font, resolve))
  })
  return [...new Set(missing.map((font) => nameAt(font, 'BaseFont', resolve) ?? 'a font'))]
}

function isEmbedded(font: PdfDict, resolve: Resolve): boolean {
  const subtype = nameAt(font, 'Subtype', resolve)
  // Its glyphs are drawings in this very file.
  if (subtype === 'Type3') return true
  if (subtype === 'Type0') {
    const descendant = resolve(arrayAt(font, 'DescendantFonts', resolve)?.at(0))
    return descendant instanceof PdfDict && isEmbedded(descendant, resolve)
  }
  const descriptor = dictAt(font, 'FontDescriptor', resolve)
  const files = ['FontFile', 'FontFile2', 'FontFile3']
  return files.some((key) => descriptor && resolve(descriptor.get(key)) instanceof PdfStream)
}

/** Colours on a page that are not RGB or grey, as the names of their spaces. Grey is for text and drawings: it is black ink. */
export function foreignColours(marks: PageMarks, resolve: Resolve): string[] {
  const named = [...marks.namedColours].filter((name) => name === 'DeviceCMYK')
  const listed = marks.resources.flatMap((resources) => {
    const spaces = entriesOf(dictAt(resources, 'ColorSpace', resolve), resolve)
    const shadings = valuesOf(dictAt(resources, 'Shading', resolve), resolve)
    const patterns = valuesOf(dictAt(resources, 'Pattern', resolve), resolve)
    const patternShadings = patterns.flatMap((pattern) => dictAt(pattern, 'Shading', resolve) ?? [])
    const shadingSpaces = [...shadings, ...patternShadings].map((shading) =>
      resolve(shading.get('ColorSpace')),
    )
    return [...spaces, ...shadingSpaces]
  })
  const foreign = listed.filter((space) => !isRgb(space, resolve) && !isGrey(space, resolve))
  return [...new Set([...named, ...foreign.map((space) => spaceName(space, resolve))])]
}

/** DeviceRGB, CalRGB, or a profile of three components. */
export function isRgb(space: PdfObject | undefined, resolve: Resolve): boolean {
  const name = spaceName(space, resolve)
  return name === 'DeviceRGB' || name === 'CalRGB' || iccComponents(space, resolve) === 3
}

function isGrey(space: PdfObject | undefined, resolve: Resolve): boolean {
  const name = spaceName(space, resolve)
  // A pattern's own colours are looked at with its shading.
  const isHarmless = name === 'DeviceGray' || name === 'CalGray' || name === 'Pattern'
  return isHarmless || iccComponents(space, resolve) === 1
}

export function spaceName(space: PdfObject | undefined, resolve: Resolve): string {
  if (space instanceof PdfName) return space.value
  const first = space instanceof PdfArray ? resolve(space.at(0)) : undefined
  return first instanceof PdfName ? first.value : 'no colour space'
}

function iccComponents(space: PdfObject | undefined, resolve: Resolve): number | undefined {
  if (!(space instanceof PdfArray) || spaceName(space, resolve) !== 'ICCBased') return undefined
  const profile = resolve(space.at(1))
  const count = profile instanceof PdfStream ? resolve(profile.get('N')) : undefined
  return count instanceof PdfNumber ? count.value : undefined
}

/** What on a page lets something shine through, in words. */
export function transparencies(page: PdfDict, marks: PageMarks, resolve: Resolve): string[] {
  const found: string[] = []
  for (const resources of marks.resources) {
    for (const state of valuesOf(dictAt(resources, 'ExtGState', resolve), resolve)) {
      const mask = resolve(state.get('SMask'))
      if (mask instanceof PdfDict) found.push('a soft mask')
      if (numberAt(state, 'ca', resolve) < 1 || numberAt(state, 'CA', resolve) < 1)
        found.push('opacity below 1')
      const blend = resolve(state.get('BM'))
      const isPlain = blend instanceof PdfName && ['Normal', 'Compatible'].includes(blend.value)
      if (blend !== undefined && !isPlain) found.push('a blend mode')
    }
  }
  for (const { stream } of marks.images) {
    if (stream.has('SMask') || numberAt(stream, 'SMaskInData', resolve, 0) > 0) {
      found.push('a picture with a soft mask')
    } else if (stream.has('Mask')) found.push('a picture with a mask')
  }
  for (const holder of [page, ...marks.forms]) {
    const group = dictAt(holder, 'Group', resolve)
    if (group && nameAt(group, 'S', resolve) === 'Transparency') found.push('a transparency group')
  }
  return [...new Set(found)]
}

function entriesOf(holder: PdfDict | undefined, resolve: Resolve): (PdfObject | undefined)[] {
  return holder === undefined ? [] : [...holder].map(([, value]) => resolve(value))
}

function valuesOf(holder: PdfDict | undefined, resolve: Resolve): PdfDict[] {
  return entriesOf(holder, resolve).filter((value) => value instanceof PdfDict)
}

function nameAt(holder: PdfDict, key: string, resolve: Resolve): string | undefined {
  const value = resolve(holder.get(key))
  return value instanceof PdfName ? value.value : undefined
}

export function numberAt(holder: PdfDict, key: string, resolve: Resolve, absent = 1): number {
  const value = resolve(holder.get(key))
  return value instanceof PdfNumber ? value.value : absent
}
