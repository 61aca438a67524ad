/** A page of ours with what it is asked for; what is empty is left out. */
export function address(path: string, asked: Record<string, string | number | undefined> = {}) {
  const kept = Object.entries(asked).filter(([, value]) => value !== undefined && value !== '')
  const query = new URLSearchParams(kept.map(([key, value]) => [key, String(value)])).toString()
  return query ? `${path}?${query}` : path
}
