/** Fills placeholders such as `{number}` that the server left in a text. */
export const fill = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (place, key: string) => String(values[key] ?? place))
