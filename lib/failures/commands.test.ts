import { eq, sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { logEntries, mails } from '@/db/schema'
import { messages } from '@/lib/i18n/messages'
import { queueJob } from '@/lib/jobs/queue'
import { queueMail } from '@/lib/mail/queue'
import { mails as composed } from '@/lib/worker/mails'
import { tasks } from '@/lib/worker/tasks'
import { testDatabase } from '@/testing/database'
import { aMember, anAdmin } from '@/testing/people'
import { sendFailedMail, tryJobAgain } from './commands'
import { FailedJobId, FailedMailId } from './input'
import { countFailures, listFailedJobs, listFailedMails } from './queries'

const { db, as } = testDatabase()
const at = new Date('2026-11-20T10:00:00Z')

afterEach(async () => {
  await as.worker.execute('delete from graphile_worker._private_jobs')
  await as.owner.execute('delete from mails')
})

async function failedMailTo(account: { id: string }) {
  await db.transaction((tx) => queueMail(tx, 'black-granted', account.id))
  const [mail] = await db
    .update(mails)
    .set({ state: 'failed' })
    .where(eq(mails.accountId, account.id))
    .returning()
  await as.worker.execute('delete from graphile_worker._private_jobs')
  return mail?.id ?? ''
}

async function failedJob(attempts: number, error = 'EENVELOPE 550\n    at send (mail.ts)') {
  await queueJob(db, 'make-pages', { invoice: crypto.randomUUID() })
  await as.worker.execute(sql`
    update graphile_worker._private_jobs set attempts = ${attempts}, last_error = ${error} where attempts = 0`)
}

const jobs = async () =>
  (await as.worker.execute(sql`select task_identifier, attempts from graphile_worker.jobs`)).rows

test('failed mails are listed with template and recipient, and resent once', async () => {
  const admin = await anAdmin(db)
  const member = await aMember(db)
  await as.owner.execute('delete from mails')
  const [theirs, own] = [await failedMailTo(member), await failedMailTo(admin)]
  expect((await listFailedMails(admin)).mails).toMatchObject([
    { id: own, number: null, email: expect.stringContaining('admin-') },
    { id: theirs, number: expect.stringMatching(/^LP-/), email: null, template: 'black-granted' },
  ])
  expect((await countFailures(admin)).mails).toBe(2)

  const twice = await Promise.allSettled([
    sendFailedMail(admin, { mail: theirs }, at),
    sendFailedMail(admin, { mail: theirs }, at),
  ])
  expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(sendFailedMail(admin, { mail: theirs }, at)).rejects.toMatchObject({ reason: 'alreadyDone' })
  await expect(sendFailedMail(admin, { mail: crypto.randomUUID() }, at)).rejects.toMatchObject({
    reason: 'notFound',
  })
  expect(await jobs()).toEqual([{ task_identifier: 'send-mail', attempts: 0 }])
  expect(await db.select().from(logEntries).where(eq(logEntries.subjectId, theirs))).toMatchObject([
    { action: 'mail.sent-again', memberId: member.ownMemberId, actorId: admin.id },
  ])
  await sendFailedMail(admin, { mail: own }, at)
  expect((await countFailures(admin)).mails).toBe(0)
})

test('nobody resends a mail of their own membership', async () => {
  const member = await aMember(db)
  const admin = await anAdmin(db, { ownMemberId: member.ownMemberId })
  const mail = await failedMailTo(member)
  await expect(sendFailedMail(admin, { mail }, at)).rejects.toMatchObject({ reason: 'ownMembership' })
})

test('failed jobs are shown with the first line of their error and without anybody’s address', async () => {
  const admin = await anAdmin(db)
  await failedJob(25, 'refused: ingrid@member.example is unknown\n    at somewhere')
  await failedJob(3)
  await queueJob(db, 'make-pages', { invoice: crypto.randomUUID() }) // not tried yet
  const { jobs } = await listFailedJobs(admin)
  expect(jobs).toMatchObject([
    { task: 'make-pages', attempts: 3, error: 'EENVELOPE 550', nextAt: expect.any(Date) },
    { task: 'make-pages', attempts: 25, most: 25, error: 'refused: … is unknown', nextAt: null },
  ])
  expect(Object.keys(jobs[0] ?? {})).not.toContain('payload')
  expect((await countFailures(admin)).jobs).toBe(2)
})

test('an abandoned mail is listed once, as a mail', async () => {
  const admin = await anAdmin(db)
  await queueJob(db, 'send-mail', { mail: crypto.randomUUID() })
  await as.worker.execute(sql`update graphile_worker._private_jobs set attempts = 25, last_error = 'no'`)
  expect(await countFailures(admin)).toEqual({ mails: 0, jobs: 0 })
})

test('a failed job is retried once, and that is logged; a running one is left alone', async () => {
  const admin = await anAdmin(db)
  await failedJob(25)
  const [{ id: job } = { id: '' }] = (await listFailedJobs(admin)).jobs
  await tryJobAgain(admin, { job }, at)
  expect(await jobs()).toEqual([{ task_identifier: 'make-pages', attempts: 0 }])
  expect(await db.select().from(logEntries).where(eq(logEntries.actorId, admin.id))).toMatchObject([
    { action: 'job.tried-again', reason: 'make-pages' },
  ])
  await expect(tryJobAgain(admin, { job }, at)).rejects.toMatchObject({ reason: 'alreadyDone' })

  await as.worker.execute('delete from graphile_worker._private_jobs')
  await failedJob(2)
  await as.worker.execute(
    sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-x'`,
  )
  const [{ id: running } = { id: '' }] = (await listFailedJobs(admin)).jobs
  await expect(tryJobAgain(admin, { job: running }, at)).rejects.toMatchObject({ reason: 'alreadyDone' })
})

test('a malformed id is refused', () => {
  for (const job of ['', '0', '-1', '1e3', 'x', '9'.repeat(19)])
    expect(FailedJobId.safeParse({ job }).success).toBe(false)
  expect(FailedMailId.safeParse({ mail: 'x' }).success).toBe(false)
})

test('the desk can neither read nor retry jobs', async () => {
  for (const call of ['select * from jobs.failed_jobs()', 'select jobs.try_again(1)'])
    await expect(as.desk.execute(call)).rejects.toThrow()
})

test.each(['en', 'de'] as const)('every job and every queued mail has its text in %s', (language) => {
  const { failures, members } = messages[language]
  expect(Object.keys(failures.tasks).sort()).toEqual(Object.keys(tasks).sort())
  expect(Object.keys(members.mails)).toEqual(expect.arrayContaining(Object.keys(composed)))
})
