import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { MediaType } from '@/lib/lists'
import {
  bombPdf,
  bombPng,
  encryptedPdf,
  jpegWithMetadata,
  nestedPdf,
  pdfOf,
  repetitivePdf,
  svg,
} from '@/testing/hostile-files'
import { decode } from './child'

const PDF = 'application/pdf'
const JPEG = 'image/jpeg'
const PNG = 'image/png'
const documents = new URL('../../../e2e/documents/', import.meta.url)
const decodeBytes = (bytes: Buffer, type: MediaType, options = {}) =>
  decode(Readable.from([bytes]), type, options)
const problem = async (bytes: Buffer, type: MediaType, options = {}) => {
  const decoded = await decodeBytes(bytes, type, options)
  return 'problem' in decoded ? decoded.problem : 'opened'
}
const jpeg = (width = 600, height = 400) =>
  sharp({ create: { width, height, channels: 3, background: '#c83' } }).jpeg()

describe('pages', { timeout: 60_000 }, () => {
  test('of a PDF are rendered to fit 2000 pixels, in order and in proportion', async () => {
    const decoded = await decodeBytes(
      pdfOf([{}, { width: 842, height: 595 }, { width: 72, height: 72 }]),
      PDF,
    )
    expect('pages' in decoded && decoded.pages.map(({ width, height }) => [width, height])).toEqual([
      [1413, 2000],
      [2000, 1413],
      [200, 200],
    ])
  })

  test('of a photo are upright and no larger than the original', async () => {
    const sideways = await jpeg().withMetadata({ orientation: 6 }).toBuffer()
    const decoded = await decodeBytes(sideways, JPEG)
    expect(decoded).toMatchObject({ pages: [{ width: 400, height: 600 }] })
  })

  test('contain nothing but the picture: no location, no name, no trailing data', async () => {
    const original = await jpegWithMetadata()
    for (const secret of ['Exif', 'Fonika', 'Secret', '<script>', '%PDF'])
      expect(original.includes(secret)).toBe(true)
    const decoded = await decodeBytes(original, JPEG)
    const [page] = 'pages' in decoded ? decoded.pages : []
    if (!page) throw new Error('No page was rendered.')
    for (const secret of ['Exif', 'EXIF', 'XMP', 'Fonika', 'Secret', '<script>', '%PDF', 'ICCP'])
      expect(page.image.includes(secret)).toBe(false)
    const { exif, xmp, icc, orientation } = await sharp(page.image).metadata()
    expect({ exif, xmp, icc, orientation }).toEqual({})
  })

  test('of a real photo with a location are clean too', async () => {
    const decoded = await decode(createReadStream(new URL('a19.jpg', documents)), JPEG)
    const [page] = 'pages' in decoded ? decoded.pages : []
    expect(page && (await sharp(page.image).metadata()).exif).toBeUndefined()
  })

  test('of a transparent PNG are on white', async () => {
    const clear = await sharp({ create: { width: 9, height: 9, channels: 4, background: '#0000' } })
      .png()
      .toBuffer()
    const decoded = await decodeBytes(clear, PNG)
    const [page] = 'pages' in decoded ? decoded.pages : []
    const { data } = await sharp(page?.image).raw().toBuffer({ resolveWithObject: true })
    expect([...data.subarray(0, 3)]).toEqual([255, 255, 255])
  })
})

describe('a document that cannot be opened is a result, not an error', { timeout: 60_000 }, () => {
  const pdf = pdfOf([{}])
  test.each<[string, string, MediaType, () => Buffer | Promise<Buffer>]>([
    ['a PDF with a password', 'encrypted', PDF, encryptedPdf],
    ['a PDF of 21 pages', 'tooManyPages', PDF, () => pdfOf(Array(21).fill({}))],
    ['a PDF without pages', 'damaged', PDF, () => pdfOf([])],
    ['a PDF page of five metres', 'tooManyPixels', PDF, () => pdfOf([{ width: 14_400, height: 14_400 }])],
    ['forms nested without end', 'tooHeavy', PDF, nestedPdf],
    ['an extremely narrow PDF page', 'damaged', PDF, () => pdfOf([{ width: 1, height: 10_000 }])],
    ['half of a PDF', 'damaged', PDF, () => pdf.subarray(0, 60)],
    ['nothing', 'damaged', PDF, () => Buffer.alloc(0)],
    ['a PNG of 60,000 by 60,000', 'tooManyPixels', PNG, () => bombPng(60_000, 60_000)],
    ['a PNG just over 40 megapixels', 'tooManyPixels', PNG, () => bombPng(8001, 5000)],
    ['a PNG with too little in it', 'damaged', PNG, () => bombPng(6000, 6000)],
    ['half of a photo', 'damaged', JPEG, async () => (await jpeg(1600, 1200).toBuffer()).subarray(0, 4000)],
    ['a photo that is a PNG', 'damaged', JPEG, () => bombPng(10, 10)],
    ['a photo that is an SVG', 'damaged', JPEG, svg],
    ['a photo that is a WebP', 'damaged', JPEG, async () => jpeg().webp().toBuffer()],
    ['a photo that is a PDF', 'damaged', JPEG, () => pdf],
  ])('%s: %s', async (_, expected, type, make) => {
    expect(await problem(await make(), type)).toBe(expected)
  })

  test('a PDF that never finishes rendering is stopped in time', async () => {
    const began = Date.now()
    expect(await problem(repetitivePdf(), PDF, { milliseconds: 1500 })).toBe('timedOut')
    expect(Date.now() - began).toBeLessThan(30_000)
  })

  test('a picture of 1,600 megapixels inside a PDF does no harm', async () => {
    expect(await problem(bombPdf(), PDF, { milliseconds: 1500 })).toBe('timedOut')
  })

  test('a PDF with random byte changes is either opened or refused', async () => {
    const original = pdfOf([{ content: 'BT 10 10 Td ET 0 0 m 100 100 l S' }])
    for (const seed of [3, 17, 101]) {
      const changed = Buffer.from(original)
      for (let at = seed; at < changed.length; at += 37) changed[at] = (at * seed) % 256
      expect(await problem(changed, PDF)).toMatch(/^[a-z]+$/i)
    }
  })
})

describe('a problem on our side is an error', { timeout: 60_000 }, () => {
  test('a missing original', async () => {
    await expect(decode(createReadStream('/nowhere/at/all'), PDF)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('an abort signal', async () => {
    const stop = new AbortController()
    const opened = decodeBytes(repetitivePdf(), PDF, { signal: stop.signal })
    setTimeout(() => stop.abort(), 500)
    await expect(opened).rejects.toMatchObject({ name: 'AbortError' })
  })
})
