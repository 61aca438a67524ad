import { compact, generation, plain } from '../rules'
import { type Key, keyOf, lacks, type SearchEntry } from './entries'
import { typos } from './typos'

/** The minimum cost of each kind of match. Within a kind, closer matches cost less. */
const EXACT = 0
const OTHER_PREFIX = 0.5
const SUFFIX = 1
const START = 2
const WORDS = 3
const TYPOS = 4
const PART = 7
const NEVER = Number.POSITIVE_INFINITY

/** The ways to read a query: as one text, as a model without its DC or DMC, which people confuse, and as single words. */
export type Readings = { texts: readonly Key[]; bodies: readonly Key[]; words: readonly Key[] }

/** Words of an invoice that do not tell one product from another. */
const NOISE = new Set(
  'panasonic body gehause kamera camera systemkamera objektiv lens schwarz black silber silver nur only kit'.split(
    ' ',
  ),
)

/** Kit lens, region and colour after a model number: DC-G9M2 EB-K, DC-S5M2X EK, DC-S1 M, H-ES12060 E. */
const DEALERS_SUFFIX = /^(?:[kmlahnvcw]?(?:e[bgcfepn]?|g[nacwktdhjs]|p[pc]?|sg)[kswhtrga]?|[kmlahnvcw]|body)$/

/** Returns the readings of the first 100 characters of a query. */
export function readingsOf(query: string): Readings {
  const words = plain(query.slice(0, 100))
    .split(' ')
    .filter((word) => compact(word) && !NOISE.has(word))
  const unbranded = words.filter((word) => word !== 'lumix')
  const texts = [words, unbranded]
    .map((some) => some.join(''))
    .flatMap((text) => [compact(text), generation(text)])
  const bodies = texts.filter((text) => /^dm?c/.test(text)).map((text) => text.replace(/^dm?c/, ''))
  return {
    texts: keysOf(texts),
    bodies: keysOf(bodies),
    words: unbranded.map((word) => keyOf(compact(word))),
  }
}

/** Whether a cost is that of a model named in full. */
export const isInFull = (cost: number) => cost < START

/** Returns the cost of a product for a query without typos; Infinity when it does not match. */
export function plainCost(query: Readings, { keys, words }: SearchEntry): number {
  let best = WORDS + wordsCost(query.words, words, wordCost)
  for (const key of keys) {
    for (const text of query.texts) best = Math.min(best, textCost(text, key))
    for (const body of query.bodies) best = Math.min(best, body.text === key.text ? OTHER_PREFIX : NEVER)
  }
  return best
}

/** The same with typos. */
export function typosCost(query: Readings, { keys, words }: SearchEntry): number {
  let best = wordsCost(query.words, words, wordTypoCost)
  for (const key of keys) for (const text of query.texts) best = Math.min(best, textTypoCost(text, key))
  return TYPOS + best
}

/** The same when one word names a product in full and the others do not matter: "S5II Kit 20-60". */
export function partCost(query: Readings, { keys }: SearchEntry): number {
  let best = NEVER
  for (const key of keys) for (const word of query.words) best = Math.min(best, textCost(word, key))
  return isInFull(best) ? PART + best : NEVER
}

function textCost({ text, first }: Key, key: Key): number {
  if (first !== key.first) return NEVER
  if (text === key.text) return EXACT
  if (key.text.startsWith(text)) return START + continuationCost(text, key.text)
  const rest = key.isModel && text.startsWith(key.text) && text.slice(key.text.length)
  return rest && DEALERS_SUFFIX.test(rest) ? SUFFIX + rest.length / 100 : NEVER
}

/** Two more characters cost more than one; a number that continues (G9 → G90) costs more than a name that does (G9 → G9 II). */
function continuationCost(text: string, whole: string): number {
  const numberContinues = isDigit(text.charCodeAt(text.length - 1)) && isDigit(whole.charCodeAt(text.length))
  return (whole.length - text.length + (numberContinues ? 5 : 0)) / 100
}

function textTypoCost(text: Key, key: Key): number {
  const length = text.text.length
  const limit = length < 3 ? 0 : length < 8 ? 1 : 2
  if (limit === 0 || key.text.length + limit < length || lacks(text, key, length + 2, limit)) return NEVER
  const { whole, start } = typos(text.text, key.text, limit)
  return Math.min(whole, start + 0.3 + Math.max(0, key.text.length - length) / 100)
}

/** Every query word must be present; the fewer others, the better. */
function wordsCost(
  query: readonly Key[],
  words: readonly Key[],
  cost: (one: Key, word: Key) => number,
): number {
  if (query.length === 0) return NEVER
  let sum = words.length / 1000
  for (const one of query) {
    let best = NEVER
    for (const word of words) best = Math.min(best, cost(one, word))
    if (best === NEVER) return NEVER
    sum += best
  }
  return sum
}

function wordCost(one: Key, word: Key): number {
  if (one.first !== word.first || !word.text.startsWith(one.text)) return NEVER
  return one.text.length === word.text.length ? 0 : continuationCost(one.text, word.text)
}

function wordTypoCost(one: Key, word: Key): number {
  const length = one.text.length
  const near = length > 3 && Math.abs(length - word.text.length) < 2 && !lacks(one, word, length + 1, 1)
  return near ? typos(one.text, word.text, 1).whole : wordCost(one, word)
}

function keysOf(texts: readonly string[]): Key[] {
  return [...new Set(texts)].filter(Boolean).map((text) => keyOf(text))
}

function isDigit(code: number): boolean {
  return code >= 48 && code < 58
}
