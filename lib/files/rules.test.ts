import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { fileTypeFromBuffer } from 'file-type'
import { describe, expect, test } from 'vitest'
import de from '@/lib/i18n/messages/de/uploads.json'
import en from '@/lib/i18n/messages/en/uploads.json'
import { agreedType, cleanName, HEAD_BYTES, MAX_BYTES, MAX_PAGES, MAX_PIXELS } from './rules'

const documents = new URL('../../e2e/documents/', import.meta.url)
const head = (text: string) => Buffer.from(text, 'latin1')
const PDF = head('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1')
const JPEG = head('\xff\xd8\xff\xe1\x00\x10Exif\x00\x00')
const PNG = head('\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR')
const HEIC = head('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00')
const XML = head('<?xml version="1.0"?>')

describe('the type on which name, declaration and content agree', () => {
  test.each([
    ['invoice.pdf', 'application/pdf', PDF, 'application/pdf'],
    ['RECHNUNG.PDF', 'application/x-pdf', PDF, 'application/pdf'],
    ['photo.jpeg', 'image/jpeg', JPEG, 'image/jpeg'],
    ['photo.JPG', 'image/pjpeg', JPEG, 'image/jpeg'],
    ['shot.png', 'image/png; charset=binary', PNG, 'image/png'],
    ['a.b.c.png', '', PNG, 'image/png'],
    ['shot.png', ' image/png ;charset=binary', PNG, 'image/png'],
    ['shot.png ', 'image/png', PNG, 'image/png'],
    ['scan.pdf', 'application/octet-stream', PDF, 'application/pdf'],
  ])('%s declared as %s is accepted', (name, declared, bytes, mediaType) => {
    expect(agreedType(name, declared, bytes)).toEqual({ mediaType })
  })

  test.each([
    ['an iPhone photo', 'IMG_1.HEIC', 'image/heic', HEIC, 'heic'],
    ['an iPhone photo with another name', 'IMG_1.jpg', 'image/jpeg', HEIC, 'heic'],
    ['a photo whose browser knows no HEIC', 'IMG_1.heic', '', HEIC, 'heic'],
    ['a name that says HEIC', 'IMG_1.heic', 'image/jpeg', JPEG, 'heic'],
    ['HEVC in a HEIF', 'IMG_1.jpg', 'image/jpeg', head('\x00\x00\x00\x18ftyphevc'), 'heic'],
    ['HEIC further on', 'IMG_1.jpg', 'image/jpeg', head('xx\x00\x00\x00\x18ftypheic'), 'disagree'],
    ['a name that says XML', 'xrechnung.xml', 'application/pdf', PDF, 'eInvoice'],
    ['XML after a byte order mark', 'invoice.pdf', '', head('\xef\xbb\xbf<?xml version'), 'eInvoice'],
    ['XML further on', 'invoice.pdf', '', head('%<?xml version'), 'disagree'],
    ['an e-invoice', 'xrechnung.xml', 'text/xml', XML, 'eInvoice'],
    ['an e-invoice with another name', 'invoice.pdf', 'application/pdf', XML, 'eInvoice'],
    ['a text', 'invoice.txt', 'text/plain', head('Invoice'), 'notAccepted'],
    [
      'a picture of another kind',
      'invoice.webp',
      'image/webp',
      head('RIFF\x00\x00\x00\x00WEBPVP8 '),
      'notAccepted',
    ],
    ['a file without an extension', 'invoice', 'application/pdf', PDF, 'notAccepted'],
    ['an extension that is an object property', 'invoice.constructor', 'application/pdf', PDF, 'notAccepted'],
    ['a PNG that calls itself PDF', 'invoice.pdf', 'application/pdf', PNG, 'disagree'],
    [
      'an HTML page that calls itself PDF',
      'invoice.pdf',
      'application/pdf',
      head('<!doctype html>'),
      'disagree',
    ],
    ['a declaration that differs', 'invoice.pdf', 'text/html', PDF, 'disagree'],
    ['a PDF behind something else', 'invoice.pdf', 'application/pdf', head('GIF89a %PDF-1.7 '), 'disagree'],
    ['a file of one byte', 'invoice.pdf', 'application/pdf', head('%'), 'disagree'],
  ])('%s is refused with a reason', (_, name, declared, bytes, problem) => {
    expect(agreedType(name, declared, bytes)).toEqual({ problem })
  })

  test.each(readdirSync(documents).filter((name) => /\.(pdf|jpg|png|xml)$/.test(name)))(
    '%s is what an independent library says it is',
    async (name) => {
      const bytes = readFileSync(new URL(name, documents))
      const detected = (await fileTypeFromBuffer(bytes))?.mime
      const expected = detected === 'application/xml' ? { problem: 'eInvoice' } : { mediaType: detected }
      expect(agreedType(name, '', bytes.subarray(0, HEAD_BYTES))).toEqual(expected)
    },
  )

  test('never throws, and accepts nothing whose bytes disagree', () => {
    const any = fc.tuple(fc.string(), fc.string(), fc.uint8Array({ maxLength: 20 }))
    fc.assert(
      fc.property(any, ([name, declared, bytes]) => {
        const type = agreedType(`${name}.pdf`, declared, bytes)
        return 'problem' in type || Buffer.from(bytes).toString('latin1').startsWith('%PDF-')
      }),
    )
  })
})

describe('the name of a file, as stored and shown', () => {
  test.each([
    ['Rechnung 4711.pdf', 'Rechnung 4711.pdf'],
    ['C:\\Users\\me\\invoice.pdf', 'invoice.pdf'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['factu\u0301ra.pdf', 'factúra.pdf'],
    ['invoice\u202Efdp.exe.pdf', 'invoicefdp.exe.pdf'],
    ['a\0b\r\n.pdf', 'ab.pdf'],
    [' invoice.pdf\t ', 'invoice.pdf'],
    ['C:\\', ''],
    [`${'x'.repeat(116)}.pdf`, `${'x'.repeat(116)}.pdf`],
    [`${'x'.repeat(117)}.pdf`, `${'x'.repeat(110)}….pdf`],
    [`${'😀'.repeat(116)}.pdf`, `${'😀'.repeat(116)}.pdf`],
    [`${'x'.repeat(117)}.longending`, `${'x'.repeat(110)}….longendi`],
    ['x'.repeat(121), `${'x'.repeat(110)}….`],
    ['\ud800x.pdf', '\ufffdx.pdf'],
  ])('%j becomes %j', (typed, kept) => {
    expect(cleanName(typed)).toBe(kept)
  })

  test('is never longer than 120 characters, and keeps its extension', () => {
    const long = cleanName(`${'ü'.repeat(300)}.jpeg`)
    expect([...long].length).toBeLessThanOrEqual(120)
    expect(long).toMatch(/…\.jpeg$/)
  })
})

test('the texts name the actual limits', () => {
  for (const { problems, unreadable, limits } of [en, de]) {
    expect(problems.tooLarge).toContain(`${MAX_BYTES / 1024 / 1024} MB`)
    expect(limits).toContain(`${MAX_BYTES / 1024 / 1024} MB`)
    expect(limits).toContain(`${MAX_PAGES} `)
    expect(unreadable.tooManyPages).toContain(`${MAX_PAGES} `)
    expect(unreadable.tooManyPixels).toMatch(new RegExp(`${MAX_PIXELS / 1_000_000} [Mm]ega`))
  }
})
