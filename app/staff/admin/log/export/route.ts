import { redirect } from 'next/navigation'
import { type Admin, hasRole } from '@/lib/auth/actor'
import { showFactorAt } from '@/lib/auth/rules'
import { currentActor } from '@/lib/auth/session'
import { CSV_START, csvLine } from '@/lib/csv'
import { Refusal } from '@/lib/errors'
import { exportLog } from '@/lib/log/commands'
import { LogQuestion } from '@/lib/log/input'
import type { Entry } from '@/lib/log/queries'

export const runtime = 'nodejs'
export const dynamic = 'force-dynamic'

const COLUMNS = [
  'at',
  'action',
  'actor',
  'role',
  'member',
  'centre',
  'country',
  'purpose',
  'caseNumber',
  'hit',
  'reason',
] as const

/** What the log's page was asked for, as a file, row by row. */
export async function GET(request: Request) {
  const actor = await currentActor()
  if (!actor) return nothing(401)
  if (!hasRole(actor, 'admin')) return nothing(404)
  const { searchParams } = new URL(request.url)
  const asked = LogQuestion.parse(Object.fromEntries(searchParams))
  const batches = await exportLog(actor as Admin, asked, new Date()).catch((error: unknown) => {
    if (error instanceof Refusal) return null
    throw error
  })
  if (!batches) redirect(showFactorAt(`/staff/admin/log?${searchParams}`))
  return new Response(streamOf(lines(batches)), { headers: HEADERS })
}

async function* lines(batches: AsyncGenerator<Entry[]>) {
  const encoder = new TextEncoder()
  yield encoder.encode(CSV_START + csvLine(COLUMNS))
  for await (const batch of batches) yield encoder.encode(batch.map(line).join(''))
}

/** Asks for the next piece only when the reader has taken the last. */
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

const line = ({ at, number, ...entry }: Entry) =>
  csvLine(COLUMNS.map((key) => (key === 'at' ? at.toISOString() : key === 'member' ? number : entry[key])))

const nothing = (status: number) =>
  new Response(null, { status, headers: { 'cache-control': 'private, no-store' } })

const HEADERS = {
  'cache-control': 'private, no-store',
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': 'attachment; filename="lumix-pro-log.csv"',
}
