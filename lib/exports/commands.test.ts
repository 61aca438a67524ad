import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { logEntries } from '@/db/schema'
import { messages } from '@/lib/i18n/messages'
import { testDatabase } from '@/testing/database'
import { anAdmin } from '@/testing/people'
import { beginExport } from './commands'
import { EXPORT_LISTS } from './rules'

const { db } = testDatabase()
const at = new Date('2026-11-20T10:00:00Z')
const logged = (id: string) => db.select().from(logEntries).where(eq(logEntries.actorId, id))

test('an export is logged with its list and filter, without anybody’s name', async () => {
  const admin = await anAdmin(db, { factorAt: at })
  const membersFilter = {
    q: 'Ingrid Østergård',
    status: 'gold',
    country: '',
    after: 'LP-1',
    joinedFrom: '2026-11-01',
  }
  // Anything may be typed into the field for a membership number.
  const logFilter = {
    actor: 'somebody@example.com',
    number: 'Ingrid Østergård',
    hit: undefined,
    action: 'reading',
  }
  await beginExport(admin, 'members', membersFilter, at)
  await beginExport(admin, 'log', logFilter, at)
  expect(await logged(admin.id)).toMatchObject([
    { action: 'list.exported', reason: 'members q status=gold joinedFrom=2026-11-01' },
    { action: 'list.exported', reason: 'log actor number action=reading' },
  ])
})

test('an export needs a fresh factor, and without one nothing is logged', async () => {
  const admin = await anAdmin(db, { factorAt: new Date(at.getTime() - 6 * 60_000) })
  await expect(beginExport(admin, 'members', {}, at)).rejects.toMatchObject({ reason: 'stepUp' })
  expect(await logged(admin.id)).toEqual([])
})

test.each(['en', 'de'] as const)('every list has its text in %s, and no text is unused', (language) => {
  expect(Object.keys(messages[language].exports.lists).sort()).toEqual([...EXPORT_LISTS].sort())
})
