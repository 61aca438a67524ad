import type { MediaType } from '../../lists.ts'
import { MAX_PIXELS } from '../rules.ts'
import { type Page, renderPage, sharp } from './page.ts'
import { Unreadable } from './problems.ts'

/** Yields the one page of a JPEG or PNG. */
export async function* imagePages(bytes: Buffer, mediaType: MediaType): AsyncGenerator<Page> {
  const open = () => sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
  const { width, height, format } = await sharp(bytes, { limitInputPixels: false }).metadata()
  if (`image/${format}` !== mediaType) throw new Unreadable('damaged')
  if (width * height > MAX_PIXELS) throw new Unreadable('tooManyPixels')
  yield await renderPage(open())
}
