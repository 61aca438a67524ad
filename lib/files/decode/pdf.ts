import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium'
import { MAX_PAGES, MAX_PIXELS } from '../rules.ts'
import { MAX_SIDE, type Page, renderPage, sharp } from './page.ts'
import { Unreadable } from './problems.ts'

/** PDF points per inch. */
const POINTS_PER_INCH = 72
/** A page is rendered at 200 dots per inch, unless that exceeds the maximum side of our images. */
const DPI = 200
/** The pixel limit applies at this resolution, the lowest at which print is legible. */
const MEASURED_DPI = 150

/** Yields the pages of a PDF, one by one. */
export async function* pdfPages(bytes: Buffer): AsyncGenerator<Page> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(bytes).catch((error: Error) => {
    throw new Unreadable(/password|security/i.test(error.message) ? 'encrypted' : 'damaged')
  })
  const pages = document.getPageCount()
  if (pages > MAX_PAGES) throw new Unreadable('tooManyPages')
  if (pages < 1) throw new Unreadable('damaged')
  for (const page of document.pages()) yield await render(page)
}

async function render(page: PDFiumPage): Promise<Page> {
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const scale = Math.min(DPI / POINTS_PER_INCH, MAX_SIDE / Math.max(originalWidth, originalHeight))
  if (originalWidth * originalHeight * (MEASURED_DPI / POINTS_PER_INCH) ** 2 > MAX_PIXELS)
    throw new Unreadable('tooManyPixels')
  if (!(Math.min(originalWidth, originalHeight) * scale >= 1)) throw new Unreadable('damaged')

  const { width, height, data } = await page.render({
    // The library rounds down to whole points first; with whole pixels it keeps the proportions.
    width: Math.floor(originalWidth * scale),
    height: Math.floor(originalHeight * scale),
    scale: 1,
    render: 'bitmap',
    renderFormFields: true,
  })
  return renderPage(sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha())
}
