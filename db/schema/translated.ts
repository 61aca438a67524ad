/** A text in each supported language. */
export type Translated = { en: string; de: string }
