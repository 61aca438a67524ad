/** Puts values into a text in which the server left their places, such as `{number}`. */
export const fill = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (place, key: string) => String(values[key] ?? place))
