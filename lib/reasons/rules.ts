/** The maximum length of a reason in characters. */
export const MAX_REASON_LENGTH = 600

/** Returns the list with one item moved one place up or down; null when it is at that end already, or not in it. */
export function moveInList(ids: readonly string[], id: string, way: 'up' | 'down'): string[] | null {
  const from = ids.indexOf(id)
  const to = from + (way === 'up' ? -1 : 1)
  if (from < 0 || to < 0 || to >= ids.length) return null
  const list = ids.toSpliced(from, 1)
  return list.toSpliced(to, 0, id)
}
