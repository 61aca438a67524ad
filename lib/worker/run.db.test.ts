import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import { mails, workerHeartbeats } from '@/db/schema'
import { readiness } from '@/lib/health/queries'
import { queueJob } from '@/lib/jobs/queue'
import { queueMail } from '@/lib/mail/queue'
import { openMailer } from '@/lib/mail/transport'
import { onBehalfOf, requestId } from '@/lib/request-id'
import { testDatabase } from '@/testing/database'
import { brokenMailer, lastMail, makeMember } from '@/testing/jobs'
import { testMailbox, testRefusal } from '@/testing/mailbox'
import { type RunningWorker, runDueJobs, runWorker } from './run'

const { db, as } = testDatabase()
const mailbox = testMailbox()
const refusal = testRefusal()
const mailer = () => openMailer({ SMTP_URL: mailbox.smtpUrl, MAIL_FROM: 'lumix-pro@portal.example' })
const running: RunningWorker[] = []
const start = async (settings = {}) => {
  const worker = await runWorker({ mailer: mailer(), heartbeat: 100, ...settings })
  running.push(worker)
  return worker
}

beforeAll(() => seedProgramme(as.owner))
afterEach(() => Promise.all(running.splice(0).map((worker) => worker.stop())))

const state = async (id: string) => (await db.select().from(mails).where(eq(mails.id, id)))[0]?.state
const jobs = async () => (await as.worker.execute(sql`select * from graphile_worker.jobs`)).rows
const deleteJobs = () => as.worker.execute(sql`delete from graphile_worker._private_jobs`)
async function queueWelcome() {
  const { accountId, email } = await makeMember(db)
  await db.transaction((tx) => queueMail(tx, 'welcome', accountId))
  return { id: (await lastMail(db, accountId)).id, email }
}

test('a worker sends what is queued before and after its start, and leaves nothing behind', async () => {
  const before = await queueWelcome()
  await start()
  const after = await queueWelcome()
  await vi.waitFor(async () => {
    expect(await state(before.id)).toBe('sent')
    expect(await state(after.id)).toBe('sent')
    expect(await jobs()).toEqual([])
  }, 5000)
  expect(await mailbox.mailsTo(after.email)).toHaveLength(1)
})

test('a job is done on behalf of the request that queued it', async () => {
  const request = crypto.randomUUID()
  const seen: (string | undefined)[] = []
  const { close, send } = mailer()
  const recordingSend = async (letter: Parameters<typeof send>[0]) => {
    seen.push(requestId())
    await send(letter)
  }
  await onBehalfOf(request, queueWelcome)
  await runDueJobs({ mailer: { close, send: recordingSend } })
  expect(seen).toEqual([request])
  expect(requestId()).toBeUndefined()
})

test('a sign-in mail is sent before a notice that was queued earlier', async () => {
  await deleteJobs()
  await queueWelcome()
  await queueJob(db, 'send-sign-in', { challenge: crypto.randomUUID() })
  const { rows } = await as.worker.execute(
    sql`select task_identifier as task from graphile_worker.jobs order by priority, run_at, id`,
  )
  expect(rows.map(({ task }) => task)).toEqual(['send-sign-in', 'send-mail'])
  await deleteJobs()
})

test('a worker counts as alive exactly while it runs', async () => {
  expect((await readiness(new Date())).worker).toBe('fails')
  const worker = await start()
  expect((await readiness(new Date())).worker).toBe('ok')
  const [first] = await db.select().from(workerHeartbeats)
  await vi.waitFor(async () => {
    const [next] = await db.select().from(workerHeartbeats)
    expect(Number(next?.at)).toBeGreaterThan(Number(first?.at))
  })
  await worker.stop()
  await worker.ended
  expect((await readiness(new Date())).worker).toBe('fails')
  expect(await db.select().from(workerHeartbeats)).toEqual([])
})

test('stopping waits for the mail that is being sent', async () => {
  const slow = mailer()
  let markStarted = () => {}
  const sending = new Promise<void>((resolve) => {
    markStarted = resolve
  })
  const worker = await start({
    mailer: {
      close: slow.close,
      send: async (letter: Parameters<typeof slow.send>[0]) => {
        markStarted()
        await new Promise((resolve) => setTimeout(resolve, 300))
        await slow.send(letter)
      },
    },
  })
  const { id } = await queueWelcome()
  await sending
  await worker.stop()
  expect(await state(id)).toBe('sent')
})

test('a job of a crashed worker is done by the next one, well before four hours are over', async () => {
  const { id } = await queueWelcome()
  await as.worker.execute(sql`
    update graphile_worker._private_jobs set locked_by = 'worker-dead', locked_at = now() - interval '90 seconds', attempts = 1`)
  await start()
  await vi.waitFor(async () => expect(await state(id)).toBe('sent'), 5000)
})

test('a job of a live worker is left to it', async () => {
  const { id } = await queueWelcome()
  await as.worker.execute(sql`
    update graphile_worker._private_jobs set locked_by = 'worker-alive', locked_at = now() - interval '90 seconds', attempts = 1`)
  await as.worker.insert(workerHeartbeats).values({ name: 'worker-alive', at: new Date() })
  await start()
  await new Promise((resolve) => setTimeout(resolve, 500)) // five heartbeats, each of which could release it
  expect(await state(id)).toBe('queued')
  await as.worker.delete(workerHeartbeats)
  await deleteJobs()
})

test('a refused mail is retried later; the stored error names nobody', async () => {
  const { id, email } = await queueWelcome()
  await runDueJobs({
    mailer: openMailer({ SMTP_URL: refusal.smtpUrl, MAIL_FROM: 'lumix-pro@portal.example' }),
  })
  const [job] = await jobs()
  expect(job).toMatchObject({ attempts: 1, task_identifier: 'send-mail' })
  expect(Date.parse(String(job?.run_at))).toBeGreaterThan(Date.now())
  expect(String(job?.last_error)).toContain('EENVELOPE 550')
  expect(String(job?.last_error)).not.toContain(email)
  expect(await state(id)).toBe('queued')
  await deleteJobs()
})

test('a failed query is stored without its parameters', async () => {
  await queueJob(db, 'send-mail', { mail: 'ingrid@member.example' })
  await runDueJobs({ mailer: mailer() })
  const [job] = await jobs()
  expect(String(job?.last_error)).toContain('a query failed (22P02)')
  expect(String(job?.last_error)).not.toContain('ingrid')
  await deleteJobs()
})

test('after the last attempt the mail has failed', async () => {
  const { id } = await queueWelcome()
  await as.worker.execute(sql`update graphile_worker._private_jobs set max_attempts = 1`)
  await runDueJobs({ mailer: brokenMailer() })
  expect(await state(id)).toBe('failed')
  await deleteJobs()
})

test('yesterday’s sign-ins are deleted', async () => {
  const hours = (count: number) => sql`now() - ${`${count} hours`}::interval`
  for (const [email, expiresAt] of [
    ['old@member.example', hours(23.5)],
    ['new@member.example', hours(22.5)],
  ] as const)
    await db.execute(sql`insert into challenges (browser_hash, email, language, expires_at)
      values (gen_random_uuid()::text, ${email}, 'en', ${expiresAt})`)
  await start()
  const { rows } = await db.execute(sql`select email from challenges`)
  expect(rows).toEqual([{ email: 'new@member.example' }])
})
