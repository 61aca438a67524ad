import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium'
import { MAX_PAGES, MAX_PIXELS } from '../rules.ts'
import { freshPage, MAX_SIDE, type Page, sharp } from './page.ts'
import { Unreadable } from './problems.ts'

/** A PDF measures in points, 72 to the inch. */
const POINTS = 72
/** A page is drawn at 200 dots per inch, unless that is longer than our images are. */
const DPI = 200
/** A page counts as too large by its pixels at this resolution, the least on which print is still read. */
const MEASURED_DPI = 150

/** The pages of a PDF, one after the other. */
export async function* pdfPages(bytes: Buffer): AsyncGenerator<Page> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(bytes).catch((error: Error) => {
    throw new Unreadable(/password|security/i.test(error.message) ? 'encrypted' : 'damaged')
  })
  const pages = document.getPageCount()
  if (pages > MAX_PAGES) throw new Unreadable('tooManyPages')
  if (pages < 1) throw new Unreadable('damaged')
  for (const page of document.pages()) yield await draw(page)
}

async function draw(page: PDFiumPage): Promise<Page> {
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const scale = Math.min(DPI / POINTS, MAX_SIDE / Math.max(originalWidth, originalHeight))
  if (originalWidth * originalHeight * (MEASURED_DPI / POINTS) ** 2 > MAX_PIXELS)
    throw new Unreadable('tooManyPixels')
  if (!(Math.min(originalWidth, originalHeight) * scale >= 1)) throw new Unreadable('damaged')

  const { width, height, data } = await page.render({
    // The library rounds down to whole points first; given whole pixels it keeps the proportions.
    width: Math.floor(originalWidth * scale),
    height: Math.floor(originalHeight * scale),
    scale: 1,
    render: 'bitmap',
    renderFormFields: true,
  })
  return freshPage(sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha())
}
