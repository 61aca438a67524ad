import 'server-only'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { type Admin, hasRole } from '@/lib/actor'
import { type Cell, csvHead, csvHeaders, csvLine } from '@/lib/csv'
import { hasFreshFactor } from '@/lib/fresh-factor'
import { factorPageFor } from '@/lib/identity/rules'
import { currentActor } from '@/lib/identity/session'
import { berlinDate } from '@/lib/time'
import { beginExport } from './commands'
import type { ExportFilter, ExportList } from './rules'

type Export<Filter extends ExportFilter, Row> = {
  list: ExportList
  /** The page that shows the list, to return to. */
  page: string
  question: z.ZodType<Filter>
  /** The rows in batches, for the same filter as the page's. */
  rows: (admin: Admin, filter: Filter, at: Date) => AsyncIterable<readonly Row[]>
  /** The header of each column, and its value. */
  columns: Record<string, (row: Row) => Cell>
}

/** Creates a route that returns a list as a CSV file: for admins with a fresh factor, logged first, streamed in batches. */
export function csvRoute<Filter extends ExportFilter, Row>(options: Export<Filter, Row>) {
  return async (request: Request) => {
    const actor = await currentActor()
    if (!actor) return emptyResponse(401)
    if (!hasRole(actor, 'admin')) return emptyResponse(404)
    const { search, searchParams } = new URL(request.url)
    const filter = options.question.parse(Object.fromEntries(searchParams))
    const at = new Date()
    if (!hasFreshFactor(actor, at)) redirect(factorPageFor(options.page + search))
    await beginExport(actor, options.list, filter, at)
    return new Response(toStream(lines(options.columns, options.rows(actor, filter, at))), {
      headers: csvHeaders(`${options.list}-${berlinDate(at)}`),
    })
  }
}

async function* lines<Row>(
  columns: Export<ExportFilter, Row>['columns'],
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  const cells = Object.values(columns)
  yield encoder.encode(csvHead(Object.keys(columns)))
  for await (const batch of batches)
    yield encoder.encode(batch.map((row) => csvLine(cells.map((cell) => cell(row)))).join(''))
}

/** Reads the next chunk only when the previous one was consumed; an error aborts the download. */
function toStream(chunks: AsyncGenerator<Uint8Array>) {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await chunks.return(undefined)
    },
  })
}

const emptyResponse = (status: number) =>
  new Response(null, { status, headers: { 'cache-control': 'private, no-store' } })
