import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { asc, desc, eq } from 'drizzle-orm'
import sharp from 'sharp'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import { invoicePages, logEntries } from '@/db/schema'
import type { Member } from '@/lib/actor'
import { storage } from '@/lib/files/storage'
import type { Mailer } from '@/lib/mail/transport'
import { testDatabase } from '@/testing/database'
import { encryptedPdf, pdfOf } from '@/testing/hostile-files'
import { invoiceRow, sendBytes, sendDocument, somePdf } from '@/testing/invoices'
import { work } from '@/testing/jobs'
import { aMember } from '@/testing/people'
import { makePages } from './make-pages'

const { db, as } = testDatabase()
let member: Member
beforeAll(async () => {
  await seedProgramme(as.owner)
  member = await aMember(db)
})

const run = (invoice: string, more = {}) => makePages({ invoice }, work(as.worker, {} as Mailer, more))
const pagesOf = (id: string) =>
  db.select().from(invoicePages).where(eq(invoicePages.invoiceId, id)).orderBy(asc(invoicePages.page))
const folder = () => join(String(process.env.STORAGE_FOLDER), 'pages')
const files = () => (existsSync(folder()) ? readdirSync(folder()).length : 0)
const lastEntry = async (id: string) =>
  (
    await as.owner.select().from(logEntries).where(eq(logEntries.subjectId, id)).orderBy(desc(logEntries.id))
  )[0]

describe('every document that members send', { timeout: 60_000 }, () => {
  const single = [
    'a01',
    'a02',
    'a03',
    'a04',
    'a05',
    'a07',
    'a09',
    'a10',
    'a11',
    'a12',
    'a13',
    'a14',
    'a16',
    'a17',
    'a18',
  ]
  const documents: [string, number][] = [
    ...single.map((name): [string, number] => [`${name}.pdf`, 1]),
    ['a06.pdf', 2],
    ['a08.pdf', 2],
    ...['a19', 'a20', 'a21', 'a22'].map((name): [string, number] => [`${name}.jpg`, 1]),
    ['a23.png', 1],
    ['a24.png', 1],
  ]
  test.concurrent.each(documents)('%s becomes %i page(s) without metadata', async (name, count) => {
    const { id } = await sendDocument(db, member, name)
    await run(id)
    expect(await invoiceRow(db, id)).toMatchObject({
      state: 'ready',
      problem: null,
      pagesMadeAt: expect.any(Date),
    })
    const pages = await pagesOf(id)
    expect(pages.map(({ page }) => page)).toEqual(Array.from({ length: count }, (_, index) => index + 1))
    for (const { storageKey, width, height } of pages) {
      const image = await sharp(await storage().read(storageKey)).metadata()
      expect(image).toMatchObject({ format: 'webp', width, height })
      expect([image.exif, image.xmp, image.icc, image.iptc]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ])
      expect(Math.max(width, height)).toBeLessThanOrEqual(2000)
      expect(Math.max(width, height)).toBeGreaterThanOrEqual(1000)
    }
  })
})

describe('a job', { timeout: 60_000 }, () => {
  test('that runs twice, even at once, creates the pages once', async () => {
    const { id } = await sendDocument(db, await aMember(db), 'a06.pdf')
    const before = files()
    await Promise.all([run(id), run(id)])
    await run(id)
    expect(await pagesOf(id)).toHaveLength(2)
    expect(files()).toBe(before + 2)
    expect(await lastEntry(id)).toMatchObject({
      action: 'invoice.ready',
      memberId: expect.any(Number),
      actorId: null,
    })
  })

  test('for a document that cannot be opened records the reason, and is done', async () => {
    const { id } = await sendBytes(db, member, encryptedPdf())
    await run(id)
    expect(await invoiceRow(db, id)).toMatchObject({
      state: 'unreadable',
      problem: 'encrypted',
      pagesMadeAt: null,
    })
    expect((await lastEntry(id))?.action).toBe('invoice.unreadable')
    await run(id)
    expect(await pagesOf(id)).toEqual([])
  })

  test('for a missing invoice does nothing', async () => {
    await run(crypto.randomUUID())
  })

  test('that cannot read the original is retried, and gives up after the last attempt', async () => {
    const { id } = await sendBytes(db, member, somePdf())
    await storage().remove(String((await invoiceRow(db, id))?.storageKey))
    await expect(run(id)).rejects.toThrow('ENOENT')
    expect(await invoiceRow(db, id)).toMatchObject({ state: 'received' })
    await expect(run(id, { lastTry: true })).rejects.toThrow('ENOENT')
    expect(await invoiceRow(db, id)).toMatchObject({ state: 'unreadable', problem: 'failed' })
  })

  test('whose storage fails half-way leaves no page behind', async () => {
    const { id } = await sendBytes(db, member, pdfOf([{}, {}]))
    const before = files()
    const { put } = storage()
    let puts = 0
    vi.spyOn(storage(), 'put').mockImplementation((...args) =>
      ++puts === 2 ? Promise.reject(new Error('disk full')) : put.apply(storage(), args),
    )
    await expect(run(id)).rejects.toThrow('disk full')
    vi.restoreAllMocks()
    expect(files()).toBe(before)
    expect(await invoiceRow(db, id)).toMatchObject({ state: 'received' })
    await run(id)
    expect(await pagesOf(id)).toHaveLength(2)
  })
})
