import { compact, generation, type Product, plain } from '../rules'

/** One spelling of a product without separators; `letters` is the set of its characters, `seen[i]` that of its first i. */
export type Key = { text: string; first: number; letters: number; seen: readonly number[]; isModel: boolean }
export type SearchEntry<P extends Product = Product> = {
  product: P
  keys: readonly Key[]
  words: readonly Key[]
}

const MODEL_PREFIX = /^(?:dc|dmc|h|s)-/i
const BRAND = /^(?:lumix|leica dg) /i

/** Returns the keys and words by which a product can be found. */
export function entryOf<P extends Product>(product: P): SearchEntry<P> {
  const spellings = [product.modelNumber, product.name, ...product.aliases]
  const models = new Set(
    spellings.filter((one) => MODEL_PREFIX.test(one)).flatMap((one) => forms(one, MODEL_PREFIX)),
  )
  const others = spellings.flatMap((one) => forms(one, MODEL_PREFIX.test(one) ? MODEL_PREFIX : BRAND))
  const texts = new Set([...models, ...others, ...(product.kind === 'camera' ? others.map(withoutMark) : [])])
  return {
    product,
    keys: [...texts].map((text) => keyOf(text, models.has(text))),
    words: [...new Set(spellings.flatMap(wordsOf))].map((text) => keyOf(text, false)),
  }
}

export function keyOf(text: string, isModel = false): Key {
  const seen = [0]
  for (const character of text) seen.push((seen.at(-1) ?? 0) | bit(character))
  return { text, first: text.charCodeAt(0), letters: seen.at(-1) ?? 0, seen, isModel }
}

/**
 * Whether the first `length` characters of a key lack more than `limit` of a text's characters: a cheap check before the
 * expensive one.
 */
export function lacks(text: Key, key: Key, length: number, limit: number): boolean {
  if (countBits(text.letters & ~key.letters) > limit) return true
  return countBits(text.letters & ~(key.seen[Math.min(length, key.text.length)] ?? 0)) > limit
}

function countBits(letters: number): number {
  let bits = 0
  for (let rest = letters; rest; rest &= rest - 1) bits++
  return bits
}

function forms(spelling: string, prefix: RegExp): string[] {
  return [spelling, spelling.replace(prefix, '')].flatMap((one) => [compact(one), generation(one)])
}

/** "S5 2" is an S5 II. */
function withoutMark(text: string): string {
  return text.replace(/(?<=\d[a-z]?)m(?=\d)/, '')
}

/** `Vario-Elmarit` is also found by its halves, `F2.8` also as `2.8`. */
function wordsOf(spelling: string): string[] {
  return plain(spelling)
    .split(' ')
    .flatMap((word) => [
      compact(word),
      generation(word),
      compact(word).replace(/^f(?=\d)/, ''),
      ...halves(word),
    ])
}

function halves(word: string): string[] {
  return /^[a-z]+-[a-z]+$/.test(word) ? word.split('-') : []
}

/** Letters have a bit each, digits share the other six: enough to rule most keys out. */
function bit(character: string): number {
  const code = character.charCodeAt(0)
  return 1 << (code >= 97 ? code - 97 : 26 + (code % 6))
}
