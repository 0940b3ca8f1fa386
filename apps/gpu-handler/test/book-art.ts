import sharp from 'sharp'

/** A page's art drawn for tests: a child of plain shapes on a two-colour field, a fringe, and leaves before it all. */
export const SKIN = '#e0b090'
export const HAIR = '#805030'
const COAT = '#3060a0'

export type TestArt = Record<
  'background' | 'character' | 'personMask' | 'parts' | 'hairBack' | 'hairFront' | 'front',
  Buffer
>

/** The face in pixels of art of 1024. */
export const FACE = { cx: 512, cy: 380, rx: 90, ry: 110, tilt: 0 }

export async function drawArt(artPx = 1024): Promise<TestArt> {
  const draw = (shapes: string) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1024 1024" width="${artPx}" height="${artPx}">${shapes}</svg>`
    return sharp(Buffer.from(svg)).webp({ lossless: true, effort: 0 }).toBuffer()
  }
  const black = '<rect width="1024" height="1024" fill="black"/>'
  return {
    background: await draw(
      '<defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="#bfe3f2"/><stop offset="1" stop-color="#6fae5c"/></linearGradient></defs><rect width="1024" height="1024" fill="url(#g)"/>',
    ),
    character: await draw(body(SKIN, COAT)),
    personMask: await draw(black + body('white', 'white')),
    parts: await draw(black + body('#ff0000', '#0000ff')),
    hairBack: await draw(`<ellipse cx="512" cy="370" rx="130" ry="150" fill="${HAIR}"/>`),
    hairFront: await draw(`<path d="M400 300 Q512 240 624 300 L610 330 Q512 290 414 330 Z" fill="${HAIR}"/>`),
    front: await draw('<circle cx="80" cy="960" r="60" fill="#207030"/>'),
  }
}

function body(skin: string, coat: string): string {
  return `<rect x="392" y="480" width="240" height="320" rx="60" fill="${coat}"/>
    <ellipse cx="512" cy="380" rx="90" ry="110" fill="${skin}"/>`
}
