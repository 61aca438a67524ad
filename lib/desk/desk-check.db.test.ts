import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { logEntries } from '@/db/schema'
import { testDatabase } from '@/testing/database'
import { ago, makeChecks, makeClerk, makeMember } from '@/testing/desk'
import { connectDesk } from './connection'

// Attacks with the desk's connection and a session at a desk.
const { db, as } = testDatabase()
const desk = connectDesk(String(process.env.DESK_DATABASE_URL), 2)
afterAll(() => desk.end())
type CheckParameters = { hash: string; number?: string; id?: string; purpose?: string; caseNumber?: string }

async function callDeskCheck(
  on: Pick<pg.Pool, 'query'>,
  { hash, number, id, purpose = 'card', caseNumber }: CheckParameters,
) {
  const values = [id ?? randomUUID(), hash, number, null, purpose, caseNumber, 'en']
  const { rows } = await on.query('select * from desk.desk_check($1, $2, $3, $4, $5, $6, $7)', values)
  return rows[0]
}

async function prepareCheck() {
  const { desk: clerk, sitting } = await makeClerk(db, as.owner)
  const { membership } = await makeMember(db)
  const written = () => db.select().from(logEntries).where(eq(logEntries.actorId, clerk.id))
  return { clerk, hash: sitting.tokenHash, number: membership.number, written, id: randomUUID() }
}

async function inTransaction(attack: (on: pg.PoolClient) => Promise<void>) {
  const on = await desk.connect()
  try {
    await on.query('begin')
    await attack(on)
  } finally {
    await on.query('rollback')
    on.release()
  }
}

const noData = {
  first_name: null,
  surname: null,
  number: null,
  status: null,
  services: null,
  expires_on: null,
}

describe('no log row, no data', () => {
  test('the first call logs and reveals nothing, the second answers', async () => {
    const { written, ...question } = await prepareCheck()
    expect(await callDeskCheck(desk, question)).toMatchObject({ outcome: 'recorded', ...noData })
    expect(await written()).toHaveLength(1)
    expect(await callDeskCheck(desk, question)).toMatchObject({ outcome: 'valid', surname: 'Ó Briain' })
    expect(await written()).toHaveLength(1)
  })

  test('within the transaction that wrote the row there is no answer, so a rollback gains nothing', async () => {
    const { written, ...question } = await prepareCheck()
    await inTransaction(async (on) => {
      for (let call = 0; call < 3; call++)
        expect(await callDeskCheck(on, question)).toMatchObject({ outcome: 'recorded', ...noData })
    })
    expect(await written()).toEqual([])
    expect(await callDeskCheck(desk, question)).toMatchObject({ outcome: 'recorded', ...noData })
  })

  test('nor within a savepoint of it', async () => {
    const { written, ...question } = await prepareCheck()
    await inTransaction(async (on) => {
      await on.query('savepoint one')
      await callDeskCheck(on, question)
      await on.query('release savepoint one')
      expect(await callDeskCheck(on, question)).toMatchObject({ outcome: 'recorded', ...noData })
      await on.query('savepoint two')
      expect(await callDeskCheck(on, question)).toMatchObject({ outcome: 'recorded', ...noData })
    })
    expect(await written()).toEqual([])
  })

  test('nor in one statement that calls twice', async () => {
    const { hash, number, id, written } = await prepareCheck()
    const { rows } = await desk.query(
      `select (desk.desk_check($1, $2, $3, null, 'card', null, 'en')).surname from generate_series(1, 5)`,
      [id, hash, number],
    )
    expect(rows.every(({ surname }) => surname === null)).toBe(true)
    expect(await written()).toHaveLength(1)
  })

  test('a check is answered only to the person who made it', async () => {
    const { id, hash, number } = await prepareCheck()
    const other = await prepareCheck()
    await callDeskCheck(desk, { id, hash, number })
    expect(await callDeskCheck(desk, { id, hash: other.hash, number })).toMatchObject({
      outcome: 'recorded',
      ...noData,
    })
    expect(await other.written()).toHaveLength(1)
  })

  test('an old check is no longer answered, and a different number is not answered under its id', async () => {
    const { clerk, written, ...question } = await prepareCheck()
    const other = await makeMember(db)
    await makeChecks(db, clerk, 1, {
      at: ago(1.1),
      subjectId: question.id,
      memberId: other.membership.memberId,
    })
    expect(await callDeskCheck(desk, question)).toMatchObject({ outcome: 'recorded', ...noData })
    expect(await written()).toHaveLength(2)

    const again = { ...question, number: other.membership.number }
    expect(await callDeskCheck(desk, again)).toMatchObject({ outcome: 'valid', number: question.number })
  })

  test('an isolation level whose old snapshot would miss the count is refused', async () => {
    const { written, ...question } = await prepareCheck()
    for (const level of ['repeatable read', 'serializable'])
      await inTransaction(async (on) => {
        await on.query(`set transaction isolation level ${level}`)
        await expect(callDeskCheck(on, question)).rejects.toThrow('READ COMMITTED')
      })
    expect(await written()).toEqual([])
  })

  test('a transaction kept open does not stop the clock of the limits', async () => {
    const { clerk, written, ...question } = await prepareCheck()
    await inTransaction(async (on) => {
      await on.query('select now()')
      await makeChecks(db, clerk, 60, { at: new Date() })
      expect(await callDeskCheck(on, question)).toMatchObject({ outcome: 'paused', ...noData })
    })
    expect(await written()).toHaveLength(60)
  })

  test('without a purpose or an id, or with an invalid case number, there is no check', async () => {
    const { written, ...question } = await prepareCheck()
    for (const wrong of [{ purpose: 'curiosity' }, { caseNumber: 'x'.repeat(41) }, { caseNumber: 'a@b' }])
      await expect(callDeskCheck(desk, { ...question, ...wrong })).rejects.toThrow()
    for (const args of [
      `null, 'h', 'n', null, 'card', null, 'en'`,
      `gen_random_uuid(), 'h', 'n', null, null, null, 'en'`,
    ])
      await expect(desk.query(`select desk.desk_check(${args})`)).rejects.toThrow('invalid arguments')
    expect(await written()).toEqual([])
  })

  test('a custom search path changes nothing', async () => {
    const { written, ...question } = await prepareCheck()
    await inTransaction(async (on) => {
      await on.query(`set local search_path = pg_temp, public, pg_catalog`)
      expect(await callDeskCheck(on, question)).toMatchObject({ outcome: 'recorded' })
    })
    expect(await written()).toEqual([])
  })
})

test('the function’s settings are fixed', async () => {
  const { rows } = await as.owner.execute(
    sql`select prosecdef, proconfig, provolatile from pg_proc where oid = 'desk.desk_check'::regproc`,
  )
  expect(rows).toEqual([
    { prosecdef: true, provolatile: 'v', proconfig: ['search_path=pg_catalog, pg_temp', 'lock_timeout=5s'] },
  ])
})
