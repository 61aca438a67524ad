import 'server-only'
import { count, desc, eq, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, mails, members, memberships } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { LOOKUP_ROWS, offsetOf, readPage, takePage } from '@/lib/paging'

export type FailedMail = Awaited<ReturnType<typeof listFailedMails>>['mails'][number]

/** Mails that were given up, newest first, 50 a page, from page 1: which and to whom, never what they said. */
export async function listFailedMails(_admin: Admin, page = 1, on: Database = db) {
  const query = on
    .select({
      id: mails.id,
      template: mails.template,
      at: mails.createdAt,
      accountId: accounts.id,
      role: accounts.role,
      /** Of staff; a member appears by number. */
      email: sql<string | null>`case when ${accounts.role} <> 'member' then ${accounts.email} end`,
      number: memberships.number,
    })
    .from(mails)
    .innerJoin(accounts, eq(accounts.id, mails.accountId))
    .leftJoin(members, eq(members.accountId, accounts.id))
    .leftJoin(memberships, eq(memberships.memberId, members.id))
    .where(eq(mails.state, 'failed'))
    .orderBy(desc(mails.createdAt), desc(mails.id))
  const { rows, more } = await readPage(query, page, LOOKUP_ROWS)
  return { mails: rows, more }
}

export type FailedJob = {
  id: string
  task: string
  attempts: number
  most: number
  error: string
  queuedAt: Date
  triedAt: Date
  /** When it is tried again; null when it was given up. */
  nextAt: Date | null
}

/** The worker's jobs whose last try failed, newest first, 50 a page: no payload, and of the error its first line. */
export async function listFailedJobs(_admin: Admin, page = 1, on: Database = db) {
  const found = await on.execute<Record<keyof FailedJob, string>>(sql`
    select id::text, task, attempts, most, error, queued_at as "queuedAt", tried_at as "triedAt", next_at as "nextAt"
      from jobs.failed_jobs() limit ${LOOKUP_ROWS + 1} offset ${offsetOf(page, LOOKUP_ROWS)}`)
  const { rows, more } = takePage(found.rows, LOOKUP_ROWS)
  const jobs = rows.map(
    (row): FailedJob => ({
      ...row,
      attempts: Number(row.attempts),
      most: Number(row.most),
      queuedAt: new Date(row.queuedAt),
      triedAt: new Date(row.triedAt),
      nextAt: row.nextAt ? new Date(row.nextAt) : null,
    }),
  )
  return { jobs, more }
}

/** How many mails and jobs are on those lists. */
export async function countFailures(_admin: Admin, on: Database = db) {
  const [failed] = await on.select({ mails: count() }).from(mails).where(eq(mails.state, 'failed'))
  const { rows } = await on.execute<{ jobs: string }>(sql`select count(*) as jobs from jobs.failed_jobs()`)
  return { mails: failed?.mails ?? 0, jobs: Number(rows[0]?.jobs ?? 0) }
}
