/** A sentence in each language we speak. */
export type Texts = { en: string; de: string }
