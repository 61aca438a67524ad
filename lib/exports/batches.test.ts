import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BATCH, followingBatches, pagedBatches, singleBatch } from './batches'

async function all<Row>(batches: AsyncIterable<readonly Row[]>) {
  const rows: Row[] = []
  for await (const batch of batches) rows.push(...batch)
  return rows
}
const rowsOf = (length: number) => Array.from({ length }, (_, id) => ({ id }))
/** Possible list lengths: nothing, just under a batch, exactly a batch, more. */
const length = fc.oneof(fc.nat(3), fc.integer({ min: BATCH - 1, max: BATCH + 1 }), fc.nat(4 * BATCH))

test('batches contain the whole list, nothing twice and nothing missing', () =>
  fc.assert(
    fc.asyncProperty(length, async (length) => {
      const rows = rowsOf(length)
      const read = async (after = -1) => rows.filter(({ id }) => id > after).slice(0, BATCH)
      expect(await all(followingBatches(read, ({ id }) => id))).toEqual(rows)
      const page = async (page: number) => ({
        rows: rows.slice((page - 1) * 50, page * 50),
        more: rows.length > page * 50,
      })
      expect(await all(pagedBatches(page))).toEqual(rows)
      expect(await all(singleBatch(Promise.resolve(rows)))).toEqual(rows)
    }),
    { numRuns: 30 },
  ))

test('nothing is read before it is requested', async () => {
  let read = 0
  const batches = followingBatches(
    async () => {
      read++
      return rowsOf(BATCH)
    },
    ({ id }) => id,
  )
  await batches.next()
  await batches.return(undefined)
  expect(read).toBe(1)
})
