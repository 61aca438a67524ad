/** A sentence in each language we speak. */
export type Translated = { en: string; de: string }
