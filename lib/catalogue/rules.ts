import type { ProductKind } from '@/lib/lists'
import type { QualifyingDates } from './counting'
import { typos } from './search/typos'

export type Product = {
  id: string
  modelNumber: string
  name: string
  kind: ProductKind
  mount: string
  /** Regional names and numbers of the same product. */
  aliases: readonly string[]
  /** Whether it counts on the day the catalogue was read for. */
  qualifying: boolean
} & QualifyingDates

/**
 * Returns text for comparison: lower case, no accents, single spaces; `20 – 60 mm` is written `20-60mm`, `f/2,8` and `1:2.8` are
 * `f2.8`, and any other slash is a space.
 */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(\d)\s*\p{Pd}\s*(?=\d)/gu, '$1-')
    .replace(/(\d),(?=\d)/g, '$1.')
    .replace(/(\d)\s+mm\b/g, '$1mm')
    .replace(/(?:\bf\s*\/?\s*|\b1\s*:\s*)(?=\d)/g, 'f')
    .replace(/[\s_+,;/()]+/g, ' ')
    .trim()
}

/** Returns letters and digits only: `LUMIX S5 II` and `lumix-s5ii` are both `lumixs5ii`. */
export function compact(text: string): string {
  return plain(text).replace(/[^a-z0-9]/g, '')
}

/** Returns the same with the generation as in model numbers: `S5II`, `S5 Mark 2` and `S5 mk ii` are `s5m2`. */
export function generation(text: string): string {
  return compact(text)
    .replace(/(\d[a-z]?)(?:mark|mk)(?=\d)/g, '$1m')
    .replace(/(\d[a-z]??)(?:mark|mk)?(iii|ii)/g, (_, body, roman) => `${body}m${roman.length}`)
}

/**
 * Returns the key by which spellings are compared: `LUMIX S5 II`, `DC-S5M2` and `s5 mark 2` are all `s5m2`. No two products share
 * a key; '' for a text without letters and digits.
 */
export function spellingKey(text: string): string {
  return generation(
    text
      .trim()
      .replace(/^(?:lumix|leica dg)\s+/i, '')
      .replace(/^(?:dm?c[\s-]|[hs]-)/i, ''),
  )
}

/**
 * Returns the maker's name when a text names another maker's equipment, else null; allows one typo after the first letter of a
 * longer name. LEICA DG lenses are LUMIX products, Leica's own cameras and lenses are not; a bare "Leica" is left to the search.
 */
export function thirdParty(query: string): string | null {
  const text = plain(query.slice(0, 200))
  const words = text.split(/[^a-z0-9]+/)
  const match =
    MAKERS.find(({ printed }) => printed.test(text)) ?? MAKERS.find((one) => isMisspelled(one, words))
  return match?.maker ?? null
}

type Maker = { maker: string; printed: RegExp; called?: string }

function isMisspelled({ maker, called = compact(maker) }: Maker, words: readonly string[]): boolean {
  return called.length > 4 && words.some((word) => word[0] === called[0] && typos(word, called, 1).whole <= 1)
}

/**
 * Names and lines that are printed on other makers' equipment. `called` is the name people misspell; empty where one of ours is
 * similar.
 */
const MAKERS: readonly Maker[] = [
  {
    maker: 'Leica',
    called: '',
    printed:
      /\bleica (?:sl|q|m|cl|tl?|[dvc]-?lux) ?\d*(?:-?[psde])?\b|\bapo-(?:summicron|vario|telyt)|\b(?:summicron|summilux|elmarit|elmar|noctilux)-(?:sl|m|tl)\b/,
  },
  { maker: 'Sigma', printed: /\bsigma\b|\bd[cg] ?(?:dn|hsm)\b/ },
  { maker: 'Tamron', printed: /\btamron\b/ },
  { maker: 'Canon', printed: /\bcanon\b|\beos\b|\b(?:rf|ef)(?:-[ms])? ?\d{2}/ },
  { maker: 'Nikon', printed: /\bnikon\b|\bnikkor\b/ },
  { maker: 'Sony', printed: /\bsony\b|\bilce\b|\bfe ?\d{2}/ },
  { maker: 'Fujifilm', printed: /\bfuji(?:film|non)?\b/ },
  { maker: 'OM SYSTEM', called: 'olympus', printed: /\bom[- ]?(?:system|d|[135])\b|\bolympus\b|\bzuiko\b/ },
  { maker: 'Samyang', printed: /\bsamyang\b|\brokinon\b/ },
  { maker: 'Laowa', printed: /\blaowa\b|\bvenus optics\b/ },
  { maker: 'Voigtländer', printed: /\bvoigtl(?:a|ae)nder\b|\bnokton\b/ },
  { maker: 'Tokina', printed: /\btokina\b/ },
  { maker: 'Viltrox', printed: /\bviltrox\b/ },
  { maker: 'Meike', printed: /\bmeike\b/ },
  { maker: '7Artisans', printed: /\b7 ?artisans?\b/ },
  { maker: 'TTArtisan', printed: /\btt ?artisans?\b/ },
  { maker: 'Zeiss', printed: /\bzeiss\b/ },
  { maker: 'Blackmagic', printed: /\bblack ?magic\b|\bbmpcc\b/ },
  { maker: 'Hasselblad', printed: /\bhasselblad\b/ },
  { maker: 'Pentax', printed: /\bpentax\b/ },
  { maker: 'Ricoh', printed: /\bricoh\b/ },
  { maker: 'Sirui', printed: /\bsirui\b/ },
  { maker: 'Yongnuo', printed: /\byongnuo\b/ },
  { maker: 'AstrHori', printed: /\bastrhori\b/ },
  { maker: 'Brightin Star', printed: /\bbrightin ?star\b/ },
  { maker: 'Irix', printed: /\birix\b/ },
  { maker: 'DJI', printed: /\bdji\b/ },
  { maker: 'GoPro', printed: /\bgo ?pro\b/ },
]
