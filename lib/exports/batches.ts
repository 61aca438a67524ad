/** How many rows are read at a time, so that a long list needs no more memory than a short one. */
export const BATCH = 1000

/** A larger batch, for a list that has to be recomputed for each batch. */
export const LARGE_BATCH = 5000

/** Yields a list in batches, each starting after the last row of the previous one. `read` returns at most `BATCH` rows. */
export async function* followingBatches<Row, Cursor>(
  read: (after: Cursor | undefined) => Promise<Row[]>,
  cursorOf: (row: Row) => Cursor,
): AsyncGenerator<Row[]> {
  for (let after: Cursor | undefined; ; ) {
    const rows = await read(after)
    yield rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < BATCH) return
    after = cursorOf(last)
  }
}

/** Yields a list page by page, from page 1. */
export async function* pagedBatches<Row>(
  read: (page: number) => Promise<{ rows: Row[]; more: boolean }>,
): AsyncGenerator<Row[]> {
  for (let page = 1; ; page++) {
    const { rows, more } = await read(page)
    yield rows
    if (!more) return
  }
}

/** Yields a list that is short enough to be read at once. */
export async function* singleBatch<Row>(read: Promise<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  yield await read
}
