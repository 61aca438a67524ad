/** Translations as next-intl types them, with any keys. */
type Texts = { (key: never, values?: never): string; has(key: never): boolean }

/** Returns the text of a key known only at run time, or else `otherwise`, by default the key itself. */
export function textOf(
  t: Texts,
  key: string,
  fallback = key,
  values?: Record<string, string | number>,
): string {
  const typedKey = key as never // next-intl only types literal keys; `has` checks this one
  return t.has(typedKey) ? t(typedKey, values as never) : fallback
}
