import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { mails, members } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { queueJob } from '@/lib/jobs/queue'
import { record } from '@/lib/log/record'
import { requireManage } from '@/lib/members/policy'
import type { FailedJobId, FailedMailId } from './input'

/** Queues an abandoned mail again. Refuses mails of one's own membership, and one that has not failed. */
export async function sendFailedMail(admin: Admin, { mail }: FailedMailId, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    const [recipient] = await tx
      .select({ memberId: members.id })
      .from(mails)
      .leftJoin(members, eq(members.accountId, mails.accountId))
      .where(eq(mails.id, mail))
    if (!recipient) throw new Refusal('notFound')
    const memberId = recipient.memberId ?? undefined
    if (memberId !== undefined) requireManage(admin, { memberId })
    const [queued] = await tx
      .update(mails)
      .set({ state: 'queued' })
      .where(and(eq(mails.id, mail), eq(mails.state, 'failed')))
      .returning({ id: mails.id })
    if (!queued) throw new Refusal('alreadyDone')
    await queueJob(tx, 'send-mail', { mail })
    await record(tx, admin, 'mail.sent-again', { memberId, subjectId: mail, at })
  })
}

/** Lets the worker retry a failed job, with a reset count of attempts. Refuses a job that has not failed, or is done since. */
export async function tryJobAgain(admin: Admin, { job }: FailedJobId, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    const { rows } = await tx.execute<{ task: string | null }>(
      sql`select jobs.try_again(${job}::bigint) as task`,
    )
    const task = rows[0]?.task
    if (!task) throw new Refusal('alreadyDone')
    await record(tx, admin, 'job.tried-again', { reason: task, at })
  })
}
