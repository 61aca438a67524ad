import sharp, { type Sharp } from 'sharp'

// Only these two loaders, and no more memory or threads than one page needs.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] })
sharp.concurrency(1)
sharp.cache(false)

/** The longest side of a page image, in pixels. */
export const MAX_SIDE = 2000

export type Page = { width: number; height: number; image: Buffer }

/** Returns a new image of the picture: upright, at most 2000 pixels long, on white, without any metadata. */
export async function renderPage(picture: Sharp): Promise<Page> {
  const { data, info } = await picture
    .autoOrient()
    .resize(MAX_SIDE, MAX_SIDE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .webp({ quality: 82, effort: 3 })
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, image: data }
}

export { sharp }
