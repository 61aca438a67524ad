/** Rows on a page where members read about themselves, where staff act on each row, and where staff look something up. */
export const MEMBER_ROWS = 20
export const WORK_ROWS = 25
export const LOOKUP_ROWS = 50

/** Returns a page's number from an address, 1 for anything that is none. */
export const pageNumber = (typed: unknown): number =>
  typeof typed === 'string' && /^[1-9]\d{0,4}$/.test(typed) ? Number(typed) : 1

/** Returns how many rows come before a page. */
export const offsetOf = (page: number, size: number) => (Math.max(1, page) - 1) * size

/** Returns a page of the rows found, and whether there are more. A query asks for `size + 1` rows to know. */
export const takePage = <Row>(found: readonly Row[], size: number) => ({
  rows: found.slice(0, size),
  more: found.length > size,
})

/** Reads one page of a query, from page 1. */
export async function readPage<Row>(query: Pageable<Row>, page: number, size: number) {
  return takePage(await query.limit(size + 1).offset(offsetOf(page, size)), size)
}

type Pageable<Row> = { limit: (rows: number) => { offset: (rows: number) => PromiseLike<Row[]> } }
