import type { MediaType } from '@/lib/lists'

/** The limits of a file: bytes (15 MB), pages, and pixels of one page. */
export const MAX_BYTES = 15 * 1024 * 1024
export const MAX_PAGES = 20
export const MAX_PIXELS = 40_000_000

/** Every page image we create has this type. */
export const PAGE_TYPE = 'image/webp'

/** Why a file is refused before it is stored: message keys of `uploads.problems`. */
export type FileProblem = 'empty' | 'tooLarge' | 'heic' | 'eInvoice' | 'notAccepted' | 'disagree'

type Kind = MediaType | 'heic' | 'xml'

const EXTENSIONS = new Map<string, Kind>(
  Object.entries({
    pdf: 'application/pdf',
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    jpe: 'image/jpeg',
    jfif: 'image/jpeg',
    png: 'image/png',
    heic: 'heic',
    heif: 'heic',
    xml: 'xml',
  } as const),
)

/** Other names under which browsers and phones declare the three. */
const DECLARED = new Map<string, MediaType>(
  Object.entries({
    'application/pdf': 'application/pdf',
    'application/x-pdf': 'application/pdf',
    'image/jpeg': 'image/jpeg',
    'image/jpg': 'image/jpeg',
    'image/pjpeg': 'image/jpeg',
    'image/png': 'image/png',
    'image/x-png': 'image/png',
  } as const),
)

/** What a browser declares when it does not know. */
const UNDECLARED = ['', 'application/octet-stream', 'binary/octet-stream']

/** How many of a file's first bytes `agreedType` needs. */
export const HEAD_BYTES = 16

/** Returns the type on which name, declared type and first bytes agree, or what is wrong with the file. */
export function agreedType(
  name: string,
  declared: string,
  head: Uint8Array,
): { mediaType: MediaType } | { problem: FileProblem } {
  const byName = EXTENSIONS.get(extension(name))
  const byContent = sniff(head)
  if (byName === 'heic' || byContent === 'heic') return { problem: 'heic' }
  if (byName === 'xml' || byContent === 'xml') return { problem: 'eInvoice' }
  if (!byName) return { problem: 'notAccepted' }
  const declaredType = declared.split(';')[0]?.trim().toLowerCase() ?? ''
  const byBrowser = UNDECLARED.includes(declaredType) ? byName : DECLARED.get(declaredType)
  return byContent === byName && byBrowser === byName ? { mediaType: byName } : { problem: 'disagree' }
}

/** Returns a name that may be stored and shown: no path, no control or direction characters, at most 120 characters. */
export function cleanName(name: string): string {
  const base = name.toWellFormed().normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const clean = base.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu, '').trim()
  const suffix = extension(clean)
  return [...clean].length <= 120 ? clean : `${[...clean].slice(0, 110).join('')}….${suffix.slice(0, 8)}`
}

const extension = (name: string) =>
  name
    .match(/\.([^.]+)$/)?.[1]
    ?.toLowerCase()
    .trim() ?? ''

/** Returns the type according to the first bytes: one of the five for which we have a text. */
function sniff(head: Uint8Array): Kind | undefined {
  const text = String.fromCharCode(...head.subarray(0, HEAD_BYTES))
  if (text.startsWith('%PDF-')) return 'application/pdf'
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (/^.{4}ftyp(hei[cxms]|hev[cxm]|mif1|msf1)/s.test(text)) return 'heic'
  if (/^(\xef\xbb\xbf)?<\?xml/.test(text)) return 'xml'
  return undefined
}
