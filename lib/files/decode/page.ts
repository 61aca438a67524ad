import sharp, { type Sharp } from 'sharp'

// Nothing but these two loaders, and no memory or threads beyond what one page needs.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] })
sharp.concurrency(1)
sharp.cache(false)

/** The longest side of a page image, in pixels. */
export const MAX_SIDE = 2000

export type Page = { width: number; height: number; image: Buffer }

/** A fresh image of the picture: upright, at most 2000 pixels long, on white, without any of its metadata. */
export async function freshPage(picture: Sharp): Promise<Page> {
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
