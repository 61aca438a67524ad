import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { centres } from '@/db/schema'
import { testDatabase } from '@/testing/database'
import { ago, makeChecks, makeClerk, makeMember } from '@/testing/desk'
import { checkCard } from './commands'
import { checksOf } from './queries'

const { db, as } = testDatabase()

test('members see which centre checked their card, where, when and why, but not who', async () => {
  const { desk, sitting } = await makeClerk(db, as.owner)
  const [centre] = await db.select().from(centres).where(eq(centres.id, desk.centreId))
  const { actor, membership } = await makeMember(db)
  const other = await makeMember(db)
  expect(await checksOf(actor)).toEqual({ checks: [], more: false })

  const before = Date.now()
  const card = { number: membership.number }
  await checkCard(desk, sitting, { card, purpose: 'misuse', caseNumber: 'Case 7' }, new Date())
  const { checks, more } = await checksOf(actor)

  expect(checks).toEqual([
    {
      id: expect.any(Number),
      at: expect.any(Date),
      centre: centre?.name,
      city: 'Tokyo',
      country: 'JP',
      purpose: 'misuse',
      action: 'card.checked',
      reason: null,
    },
  ])
  expect(checks[0]?.at.getTime()).toBeGreaterThan(before - 1000)
  expect(more).toBe(false)
  expect(await checksOf(other.actor)).toEqual({ checks: [], more: false })
})

test('the newest come first, twenty per page', async () => {
  const { desk } = await makeClerk(db, as.owner)
  const { actor } = await makeMember(db)
  for (let minute = 1; minute <= 21; minute++)
    await makeChecks(db, desk, 1, { memberId: actor.ownMemberId, at: ago(minute), purpose: 'card' })

  const first = await checksOf(actor, 1)
  const second = await checksOf(actor, 2)
  expect([first.checks.length, first.more]).toEqual([20, true])
  expect([second.checks.length, second.more]).toEqual([1, false])
  const times = [...first.checks, ...second.checks].map(({ at }) => at.getTime())
  expect(times).toEqual(times.toSorted((a, b) => b - a))
  expect(await checksOf(actor, 3)).toEqual({ checks: [], more: false })
})
