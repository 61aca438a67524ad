/** How many rows are read at a time, so that a long list needs no more memory than a short one. */
export const BATCH = 1000

/** The same for a list that has to be computed again for each batch. */
export const LARGE_BATCH = 5000

/** A list in batches, each following on the last row of the one before. `read` gives at most `BATCH` rows. */
export async function* followingBatches<Row, Mark>(
  read: (after: Mark | undefined) => Promise<Row[]>,
  markOf: (row: Row) => Mark,
): AsyncGenerator<Row[]> {
  for (let after: Mark | undefined; ; ) {
    const rows = await read(after)
    yield rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < BATCH) return
    after = markOf(last)
  }
}

/** A list that is read page by page, from page 1. */
export async function* pagedBatches<Row>(
  read: (page: number) => Promise<{ rows: Row[]; more: boolean }>,
): AsyncGenerator<Row[]> {
  for (let page = 1; ; page++) {
    const { rows, more } = await read(page)
    yield rows
    if (!more) return
  }
}

/** A list that is short enough to be read at once. */
export async function* singleBatch<Row>(read: Promise<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  yield await read
}
