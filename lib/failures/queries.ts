import 'server-only'
import { count, desc, eq, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, mails, members, memberships } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { LOOKUP_ROWS, offsetOf, readPage, takePage } from '@/lib/paging'

export type FailedMail = Awaited<ReturnType<typeof listFailedMails>>['mails'][number]

/** Returns abandoned mails, newest first, 50 per page, from page 1: template and recipient, never the content. */
export async function listFailedMails(_admin: Admin, page = 1, on: Database = db) {
  const query = on
    .select({
      id: mails.id,
      template: mails.template,
      at: mails.createdAt,
      accountId: accounts.id,
      role: accounts.role,
      /** Only of staff; a member appears by number. */
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
  /** The next attempt; null when the job was abandoned. */
  nextAt: Date | null
}

/**
 * Returns the worker's jobs whose last attempt failed, newest first, 50 per page: without payload, and with only the first line
 * of the error.
 */
export async function listFailedJobs(_admin: Admin, page = 1, on: Database = db) {
  const result = await on.execute<Record<keyof FailedJob, string>>(sql`
    select id::text, task, attempts, most, error, queued_at as "queuedAt", tried_at as "triedAt", next_at as "nextAt"
      from jobs.failed_jobs() limit ${LOOKUP_ROWS + 1} offset ${offsetOf(page, LOOKUP_ROWS)}`)
  const { rows, more } = takePage(result.rows, LOOKUP_ROWS)
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

/** Returns how many mails and jobs are on those lists. */
export async function countFailures(_admin: Admin, on: Database = db) {
  const [failed] = await on.select({ mails: count() }).from(mails).where(eq(mails.state, 'failed'))
  const { rows } = await on.execute<{ jobs: string }>(sql`select count(*) as jobs from jobs.failed_jobs()`)
  return { mails: failed?.mails ?? 0, jobs: Number(rows[0]?.jobs ?? 0) }
}
