import { loadSafetyJudge, SIDE_PX } from '@foxetales/face-finder/safety'
import { fromRaw, type RawImage, toRaw } from '../images/raw-image.ts'
import { atMost, type CheckFigure } from './page-verdict.ts'

/** Of 1. A good page of the book reaches 0.03. */
const MOST = 0.5

/** How much the page looks like something no child's book shows: the share of nsfwjs' two unsafe kinds. */
export async function checkSafety(page: RawImage<3>): Promise<CheckFigure> {
  const judge = await loadSafetyJudge()
  const { porn, hentai } = await judge.judge(await toRaw(fromRaw(page).resize(SIDE_PX, SIDE_PX), 3))
  return atMost('safety', porn + hentai, MOST)
}
