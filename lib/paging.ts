/** Rows on a page where members read about themselves, where staff work through rows, and where staff look something up. */
export const MEMBER_ROWS = 20
export const WORK_ROWS = 25
export const LOOKUP_ROWS = 50

/** Returns the page number from an address, 1 for anything invalid. */
export const pageNumber = (typed: unknown): number =>
  typeof typed === 'string' && /^[1-9]\d{0,4}$/.test(typed) ? Number(typed) : 1

/** Returns how many rows come before a page. */
export const offsetOf = (page: number, size: number) => (Math.max(1, page) - 1) * size

/** Returns one page of the rows, and whether there are more. The query must read `size + 1` rows. */
export const takePage = <Row>(rows: readonly Row[], size: number) => ({
  rows: rows.slice(0, size),
  more: rows.length > size,
})

/** Reads one page of a query, from page 1. */
export async function readPage<Row>(query: Pageable<Row>, page: number, size: number) {
  return takePage(await query.limit(size + 1).offset(offsetOf(page, size)), size)
}

type Pageable<Row> = { limit: (rows: number) => { offset: (rows: number) => PromiseLike<Row[]> } }
