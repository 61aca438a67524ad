import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { desc, eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import type { Database } from '@/db/client'
import { drafts, invoices, logEntries } from '@/db/schema'
import { storeFile } from '@/lib/files/uploads/take-in'
import { testDatabase } from '@/testing/database'
import { invoiceRow, sendBytes, sendDocument, somePdf } from '@/testing/invoices'
import { aMember } from '@/testing/people'
import { receiveInvoice } from './receive'

const { db, as } = testDatabase()
beforeAll(() => seedProgramme(as.owner))

const folder = () => join(String(process.env.STORAGE_FOLDER), 'originals')
const files = () => (existsSync(folder()) ? readdirSync(folder()).length : 0)
const jobsFor = async (id: string) => {
  const { rows } = await as.worker.execute<{ n: string }>(
    sql`select count(*) as n from graphile_worker._private_jobs where payload->>'invoice' = ${id}`,
  )
  return Number(rows[0]?.n)
}
const lastAction = async (id: string) =>
  (
    await as.owner.select().from(logEntries).where(eq(logEntries.subjectId, id)).orderBy(desc(logEntries.id))
  )[0]?.action
const storePdf = async (bytes = somePdf()) =>
  storeFile({ name: 'invoice.pdf', declared: '', content: Readable.from([bytes]) })

describe('a file that arrived', () => {
  test('becomes the member’s invoice, with a job, a log entry and a place in the draft', async () => {
    const member = await aMember(db)
    const { id, again } = await sendDocument(db, member, 'a01.pdf')
    expect(again).toBe(false)
    expect(await invoiceRow(db, id)).toMatchObject({
      memberId: member.ownMemberId,
      fileName: 'a01.pdf',
      mediaType: 'application/pdf',
      bytes: 31612,
      state: 'received',
    })
    expect(await jobsFor(id)).toBe(1)
    expect(await lastAction(id)).toBe('invoice.received')
    const [draft] = await db.select().from(drafts).where(eq(drafts.memberId, member.ownMemberId))
    expect(draft?.invoiceId).toBe(id)
  })

  test('replaces the draft’s file and leaves its lines alone', async () => {
    const member = await aMember(db)
    const line = { model: 'S5', serial: '1', purchasedOn: '', dealer: '' }
    await db.insert(drafts).values({ memberId: member.ownMemberId, lines: [line], updatedAt: new Date() })
    const { id } = await sendDocument(db, member, 'a02.pdf')
    const [draft] = await db.select().from(drafts).where(eq(drafts.memberId, member.ownMemberId))
    expect(draft).toMatchObject({ invoiceId: id, lines: [line] })
  })

  test('for a registration does not touch the draft', async () => {
    const member = await aMember(db)
    await sendDocument(db, member, 'a03.pdf', { purpose: crypto.randomUUID() })
    expect(await db.select().from(drafts).where(eq(drafts.memberId, member.ownMemberId))).toEqual([])
  })
})

describe('the same file again', () => {
  test('is recognised under any name, and stored once', async () => {
    const member = await aMember(db)
    const bytes = somePdf()
    const first = await sendBytes(db, member, bytes, 'first.pdf')
    const before = files()
    const second = await sendBytes(db, member, bytes, 'second.pdf')
    expect(second).toEqual({ id: first.id, fileName: 'first.pdf', again: true })
    expect(files()).toBe(before)
    expect(await jobsFor(first.id)).toBe(1)
    expect(await lastAction(first.id)).toBe('invoice.sent-again')
  })

  test('from somebody else is a separate invoice', async () => {
    const bytes = somePdf()
    const first = await sendBytes(db, await aMember(db), bytes)
    const second = await sendBytes(db, await aMember(db), bytes)
    expect(second.again).toBe(false)
    expect(second.id).not.toBe(first.id)
  })

  test('five times at once creates one invoice, one file, one job', async () => {
    const member = await aMember(db)
    const bytes = somePdf()
    const before = files()
    const answers = await Promise.all(Array.from({ length: 5 }, () => sendBytes(db, member, bytes)))
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    expect(answers.filter(({ again }) => !again)).toHaveLength(1)
    expect(files()).toBe(before + 1)
    expect(await jobsFor(answers[0]?.id ?? '')).toBe(1)
  })

  test('is tried again if it could not be read before', async () => {
    const member = await aMember(db)
    const bytes = somePdf()
    const { id } = await sendBytes(db, member, bytes)
    await db.update(invoices).set({ state: 'unreadable', problem: 'timedOut' }).where(eq(invoices.id, id))
    await sendBytes(db, member, bytes)
    expect(await invoiceRow(db, id)).toMatchObject({ state: 'received', problem: null })
    expect(await jobsFor(id)).toBe(2)
  })
})

describe('when something breaks', () => {
  test('a transaction that fails leaves neither row, job nor file', async () => {
    const member = await aMember(db)
    const before = files()
    const file = await storePdf()
    const failing = failingTransactions(db)
    await expect(receiveInvoice(member, file, 'draft', new Date(), failing)).rejects.toThrow()
    expect(files()).toBe(before)
    expect(await db.select().from(invoices).where(eq(invoices.storageKey, file.storageKey))).toEqual([])
  })

  test('a commit whose confirmation is lost keeps the file of the invoice it created', async () => {
    const member = await aMember(db)
    const file = await storePdf()
    const losingConnection = new Proxy(db, {
      get: (target, name) =>
        name === 'transaction'
          ? async (run: Parameters<Database['transaction']>[0]) => {
              await target.transaction(run)
              throw new Error('connection lost')
            }
          : Reflect.get(target, name),
    })
    const before = files()
    await expect(receiveInvoice(member, file, 'draft', new Date(), losingConnection)).rejects.toThrow(
      'connection lost',
    )
    expect(files()).toBe(before)
    expect(await db.select().from(invoices).where(eq(invoices.storageKey, file.storageKey))).toHaveLength(1)
  })

  test('the database refuses invalid sizes and types', async () => {
    const member = await aMember(db)
    const file = await storePdf()
    for (const wrong of [{ bytes: 15 * 1024 * 1024 + 1 }, { bytes: 0 }, { mediaType: 'text/html' as never }])
      await expect(receiveInvoice(member, { ...file, ...wrong }, 'draft', new Date())).rejects.toThrow()
  })
})

/** The same database, but its transactions fail at the last statement. */
function failingTransactions(on: Database): Database {
  return new Proxy(on, {
    get: (target, name) =>
      name === 'transaction'
        ? (run: (tx: Database) => Promise<unknown>) =>
            target.transaction(async (tx) => {
              await run(tx)
              throw new Error('broken')
            })
        : Reflect.get(target, name),
  })
}
