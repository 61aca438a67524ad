/** A page's number from an address, 1 for anything that is none. */
export function pageNumber(typed: unknown): number {
  const number = typeof typed === 'string' && /^[1-9]\d{0,4}$/.test(typed) ? Number(typed) : 1
  return number
}
