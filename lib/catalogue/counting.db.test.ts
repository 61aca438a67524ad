import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDay, aHolding, aModel } from '@/testing/catalogue'
import { testDatabase } from '@/testing/database'
import { countsOn, countsUntil } from './counting'
import { countsSql, countsUntilSql } from './queries/counting'

const { db } = testDatabase()
const cases = fc.array(fc.tuple(aModel, aHolding, aDay), { minLength: 200, maxLength: 200 })

test('Postgres and TypeScript agree on whether a registration counts, and until when', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (all) => {
      const rows = all.map(
        ([model, held, day], n) => sql`(${n}::int, ${model.qualifyingFrom}::date, ${model.qualifyingTo}::date,
          ${held.registeredOn}::timestamp at time zone 'Europe/Berlin', ${held.startsOn}::date,
          ${held.expiresOn}::date, ${held.firstVerifiedOn}::date, ${day}::date)`,
      )
      const names = { product: 't', registration: 't', membership: 't' }
      const { rows: answers } = await db.execute(sql`
        select ${countsSql(sql`t.day`, names)} as counts, (${countsUntilSql(names)})::text as until
        from (values ${sql.join(rows, sql`, `)}) t (n, qualifying_from, qualifying_to, created_at, starts_on,
          expires_on, first_verified_on, day) order by n`)
      expect(answers).toEqual(
        all.map(([model, held, day]) => ({
          counts: countsOn(model, held, day),
          until: countsUntil(model, held),
        })),
      )
    }),
    { numRuns: 20 },
  )
})
