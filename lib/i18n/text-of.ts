/** Translations as next-intl types them, whatever their keys. */
type Texts = { (key: never): string; has(key: never): boolean }

/** Returns the text of a key that only the data knows; what stands in `otherwise`, or the key itself, where it has none. */
export function textOf(t: Texts, key: string, otherwise = key): string {
  const known = key as never // next-intl types the keys that are written out; whether this one is there is asked first
  return t.has(known) ? t(known) : otherwise
}
