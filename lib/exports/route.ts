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

type Export<Question extends ExportFilter, Row> = {
  list: ExportList
  /** The page that shows the list, to which somebody is led back. */
  page: string
  question: z.ZodType<Question>
  /** The rows in batches, for the same question as the page is asked. */
  rows: (admin: Admin, asked: Question, at: Date) => AsyncIterable<readonly Row[]>
  /** The head of each column, and what stands in it. */
  columns: Record<string, (row: Row) => Cell>
}

/** A route that gives a list as a CSV file: for admins with a fresh factor, written down first, streamed in batches. */
export function csvRoute<Question extends ExportFilter, Row>(about: Export<Question, Row>) {
  return async (request: Request) => {
    const actor = await currentActor()
    if (!actor) return nothing(401)
    if (!hasRole(actor, 'admin')) return nothing(404)
    const { search, searchParams } = new URL(request.url)
    const asked = about.question.parse(Object.fromEntries(searchParams))
    const at = new Date()
    if (!hasFreshFactor(actor, at)) redirect(factorPageFor(about.page + search))
    await beginExport(actor, about.list, asked, at)
    return new Response(streamOf(lines(about.columns, about.rows(actor, asked, at))), {
      headers: csvHeaders(`${about.list}-${berlinDate(at)}`),
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

/** Asks for the next piece only when the reader has taken the last; a fault on the way breaks the download off. */
function streamOf(pieces: AsyncGenerator<Uint8Array>) {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}

const nothing = (status: number) =>
  new Response(null, { status, headers: { 'cache-control': 'private, no-store' } })
