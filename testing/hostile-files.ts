// Malicious or broken documents for the tests: small, crafted, each with a single defect.
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

type PdfPage = { width?: number; height?: number; content?: string }

/** A PDF of these pages; `objects` are added, numbered from 3, and `trailer` goes into its trailer. */
export function pdfOf(
  pages: PdfPage[],
  { objects = [] as string[], resources = '', trailer = '' } = {},
): Buffer {
  const first = 3 + objects.length
  const own = pages.flatMap(({ width = 595, height = 842, content = '' }, index) => [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${first + 2 * index + 1} 0 R /Resources << ${resources} >> >>`,
    streamOf(content),
  ])
  const kids = pages.map((_, index) => `${first + 2 * index} 0 R`).join(' ')
  return assemble(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
      ...objects,
      ...own,
    ],
    trailer,
  )
}

const streamOf = (content: string, dictionary = '') =>
  `<< /Length ${content.length} ${dictionary} >>\nstream\n${content}\nendstream`

function assemble(objects: string[], trailer: string): Buffer {
  let file = '%PDF-1.7\n'
  const places = objects.map((object, index) => {
    const place = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(file + table + end, 'latin1')
}

/** A PDF that needs a password. */
export const encryptedPdf = () =>
  pdfOf([{}], {
    objects: [`<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`],
    trailer: `/Encrypt 3 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`,
  })

/** Nested drawings, each used twice: a billion lines from two kilobytes. */
export function nestedPdf(depth = 30): Buffer {
  const objects = Array.from({ length: depth }, (_, level) => {
    const next = level + 1 < depth ? `/Resources << /XObject << /X ${level + 4} 0 R >> >>` : ''
    const content = level + 1 < depth ? '/X Do /X Do' : '0 0 m 500 500 l S'
    return streamOf(content, `/Type /XObject /Subtype /Form /BBox [0 0 600 850] ${next}`)
  })
  return pdfOf([{ content: '/X Do' }], { objects, resources: '/XObject << /X 3 0 R >>' })
}

/** One full-page drawing, repeated a hundred thousand times. */
export function repetitivePdf(): Buffer {
  const shade =
    '/Shading << /S << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 595 842] /Function << /FunctionType 2 /N 1 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] >> >> >>'
  return pdfOf([{ content: '/S sh\n'.repeat(100_000) }], { resources: shade })
}

/** A PDF page with an image of `side` × `side` pixels, in a few kilobytes. */
export function bombPdf(side = 40_000): Buffer {
  const row = Math.ceil(side / 8)
  const packed = deflateSync(deflateSync(Buffer.alloc(row * side), { level: 9 }), { level: 9 }).toString(
    'latin1',
  )
  const image = streamOf(
    packed,
    `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter [/FlateDecode /FlateDecode]`,
  )
  const content = '595 0 0 842 0 0 cm /X Do'
  return pdfOf([{ content }], { objects: [image], resources: '/XObject << /X 3 0 R >>' })
}

/** A PNG whose header claims this size, with hardly any data. */
export function bombPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const nothing = deflateSync(Buffer.alloc(1_000_000), { level: 9 })
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', nothing),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A photo with GPS metadata, followed by a script and a hidden PDF. */
export async function jpegWithMetadata(): Promise<Buffer> {
  const photo = sharp({ create: { width: 600, height: 400, channels: 3, background: '#c83' } })
  const exif = {
    IFD0: { Make: 'Fonika', Copyright: 'Secret Person', Orientation: '6' },
    IFD3: {
      GPSLatitude: '50/1 4/1 0/1',
      GPSLatitudeRef: 'N',
      GPSLongitude: '8/1 14/1 0/1',
      GPSLongitudeRef: 'E',
    },
  }
  const jpeg = await photo
    .withExif(exif)
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Secret place</x:xmpmeta>')
    .jpeg()
    .toBuffer()
  return Buffer.concat([jpeg, Buffer.from('<script>alert(1)</script>'), pdfOf([{}])])
}

/** An SVG, which none of our loaders may open. */
export const svg = () =>
  Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><image href="file:///etc/passwd"/></svg>',
  )
