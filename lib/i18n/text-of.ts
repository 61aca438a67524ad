/** Translations as next-intl types them, whatever their keys. */
type Texts = { (key: never, values?: never): string; has(key: never): boolean }
type Values = Record<string, string | number>

/** Returns the text of a key that only the data knows; what stands in `otherwise`, or the key itself, where it has none. */
export function textOf(t: Texts, key: string, otherwise = key, values?: Values): string {
  const known = key as never // next-intl types the keys that are written out; whether this one is there is asked first
  return t.has(known) ? t(known, values as never) : otherwise
}
