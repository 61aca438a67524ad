import { spellingKey } from './rules'

const LONGEST = 60

/**
 * What is kept of a text that names nothing we know, or null when it is not kept: too short or long to be a model, or rather an
 * address or a number of some other kind, for anybody may type anything into a field.
 */
export function unmatchedText(typed: string): { key: string; spelling: string } | null {
  const spelling = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}|]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s']+|\s+$/g, '')
  const key = spellingKey(spelling)
  const digits = spelling.replace(/\D/g, '').length
  const isNumber = /\d{6}/.test(spelling) && !isLikeModelNumber(spelling)
  const isModel = !/@|:\/\//.test(spelling) && !isNumber && digits <= 12
  return isModel && spelling.length <= LONGEST && key.length >= 2 && key.length <= LONGEST
    ? { key, spelling }
    : null
}

/** A text that is written like a model number: DC-S5M2, H-X09. */
export const isLikeModelNumber = (text: string) => /^(?:dm?c|[hs])-[a-z0-9]+$/i.test(text.trim())
