import { spellingKey } from './rules'

const MAX_LENGTH = 60

/**
 * Returns what is kept of a text that matches no product, or null when it looks like no model: too short, too long, an address or
 * some other number. Anybody may type anything into the field.
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
  return isModel && spelling.length <= MAX_LENGTH && key.length >= 2 && key.length <= MAX_LENGTH
    ? { key, spelling }
    : null
}

/** Whether a text is written like a model number: DC-S5M2, H-X09. */
export const isLikeModelNumber = (text: string) => /^(?:dm?c|[hs])-[a-z0-9]+$/i.test(text.trim())
