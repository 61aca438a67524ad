import { STATUSES, type Status } from '@/lib/lists'
import { isCalendarDate } from '@/lib/time'

/** What the desk read off a card; a blank field was not given. */
export type CardTyped = { surname?: string; status?: string; expiresOn?: string }
/** The actual values; `expiresOn` as `YYYY-MM-DD`. */
export type CardTruth = { surname: string; status: Status; expiresOn: string }
export type Comparison = Partial<Record<keyof CardTyped, 'match' | 'mismatch'>>

/** Compares what is printed on a card with the actual values, and returns only the fields given. */
export function compareCard(typed: CardTyped, truth: CardTruth): Comparison {
  const matches = {
    surname: (text: string) => sameName(text, truth.surname),
    status: (text: string) => readStatus(text) === truth.status,
    expiresOn: (text: string) => readDate(text) === truth.expiresOn,
  }
  const fields = (['surname', 'status', 'expiresOn'] as const).filter((field) => typed[field]?.trim())
  return Object.fromEntries(
    fields.map((field) => [field, matches[field](typed[field] ?? '') ? 'match' : 'mismatch']),
  )
}

/** Whether two spellings can be the same name; one without any letter matches none. */
export function sameName(one: string, other: string): boolean {
  const spellings = new Set(comparable(one))
  return comparable(other).some((spelling) => spelling !== '' && spellings.has(spelling))
}

/**
 * Returns the plain spellings of a name, without case, diacritics, spaces, hyphens and apostrophes: *Müller* becomes `muller` and
 * `mueller`, while *Mueller* and *Muller* stay two names, as *Bauer* and *Baur* do. Beyond six such letters, returns only the two
 * spellings that treat all of them alike.
 */
export function comparable(name: string): string[] {
  const letters = [...name.normalize('NFKC').toLowerCase().normalize('NFC')].map(plainSpellings)
  const ambiguous = letters.filter((ways) => ways.length > 1).length
  if (ambiguous > MAX_AMBIGUOUS_LETTERS)
    return [...new Set([letters.map((ways) => ways[0]), letters.map((ways) => ways.at(-1))].map(joined))]
  return letters.reduce<string[]>(
    (starts, ways) => starts.flatMap((start) => ways.map((way) => start + way)),
    [''],
  )
}

/** Returns the status for an English or German word, or null. */
export function readStatus(typed: string): Status | null {
  const word = typed.trim().toLowerCase()
  return STATUSES.find((status) => status === word) ?? GERMAN.get(word) ?? null
}

/**
 * Reads a date typed as 31.12.2026, 31/12/2026, 31-12-2026 (day first) or 2026-12-31, as `YYYY-MM-DD`; null when there is no such
 * day.
 */
export function readDate(typed: string): string | null {
  const text = typed
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/\p{Pd}/gu, '-')
  const [, year, month, day] =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? swapped(/^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text))
  const date = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  return isCalendarDate(date) ? date : null
}

const GERMAN = new Map<string, Status>([
  ['rot', 'red'],
  ['silber', 'silver'],
  ['platin', 'platinum'],
  ['schwarz', 'black'],
])

const MAX_AMBIGUOUS_LETTERS = 6

/** Letters with more than one transliteration, or that are not an accented base letter. */
const TRANSLITERATIONS: Record<string, readonly string[]> = {
  ä: ['a', 'ae'],
  ö: ['o', 'oe'],
  ü: ['u', 'ue'],
  å: ['a', 'aa'],
  ø: ['o', 'oe'],
  æ: ['ae'],
  œ: ['oe'],
  ß: ['ss'],
  ł: ['l'],
  đ: ['d'],
  ð: ['d'],
  þ: ['th'],
  ı: ['i'],
}

function plainSpellings(letter: string): readonly string[] {
  return TRANSLITERATIONS[letter] ?? [letter.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '')]
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.join('')
}

function swapped(parts: RegExpExecArray | null): (string | undefined)[] {
  return parts ? [parts[0], parts[4], parts[3], parts[1]] : []
}
