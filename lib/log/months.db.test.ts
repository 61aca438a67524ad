import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { testDatabase } from '@/testing/database'
import { aMember, anAdmin } from '@/testing/people'
import { makeMonths } from './months'
import { record, recordRead } from './record'

const { db, as } = testDatabase()

/** Returns the partitions that contain the entries of a moment. */
const partitionsOf = async (at: Date) => {
  const iso = at.toISOString()
  const { rows } = await as.owner.execute<{ part: string }>(sql`
    select tableoid::regclass::text as part from log_reads where at = ${iso}
    union all select tableoid::regclass::text from log_acts where at = ${iso}`)
  return rows.map(({ part }) => part).sort()
}
const writeBoth = async (at: Date) => {
  const admin = await anAdmin(db)
  const { ownMemberId: memberId } = await aMember(db)
  await record(db, admin, 'member.suspended', { memberId, at })
  await recordRead(db, admin, 'member.read', { memberId, at })
}

test('the current month’s partitions exist from the start', async () => {
  const now = new Date()
  await writeBoth(now)
  const month = now.toISOString().slice(0, 7).replace('-', '_')
  expect(await partitionsOf(now)).toEqual([`log_acts_${month}`, `log_reads_${month}`])
})

test('every night the worker creates this month and the next two', async () => {
  await makeMonths(new Date('2031-11-30T23:59:59Z'), as.worker)
  for (const [moment, month] of [
    ['2031-11-01T00:00:00Z', '2031_11'],
    ['2031-12-31T23:59:59.999Z', '2031_12'],
    ['2032-01-01T00:00:00Z', '2032_01'],
    ['2032-01-31T23:59:59Z', '2032_01'],
    ['2032-02-01T00:00:00Z', 'rest'],
  ] as const) {
    const at = new Date(moment)
    await writeBoth(at)
    expect(await partitionsOf(at), moment).toEqual([`log_acts_${month}`, `log_reads_${month}`])
  }
})

test('entries written before their month was created move there completely and unchanged', async () => {
  const at = new Date('2033-05-17T12:00:00Z')
  const entries = () =>
    as.owner.execute(sql`select * from log_entries where at = ${at.toISOString()} order by id`)
  await writeBoth(at)
  const before = (await entries()).rows
  expect(before).toHaveLength(2)

  await Promise.all([makeMonths(at, as.worker), makeMonths(at, as.worker)])
  expect(await partitionsOf(at)).toEqual(['log_acts_2033_05', 'log_reads_2033_05'])
  expect((await entries()).rows).toEqual(before)
})

/** Tries every change on every partition; fails on the first one not stopped by privileges or the trigger. */
const tryToChange = (parts: string[]) =>
  sql.raw(`do $$
    declare part text; change text;
    begin
      foreach part in array array[${parts.map((part) => `'${part}'`).join()}] loop
        foreach change in array array['delete from %I', 'update %I set action = action', 'truncate %I'] loop
          begin
            execute format(change, part);
            raise exception 'allowed: % %', change, part;
          exception when insufficient_privilege then null;
          end;
        end loop;
      end loop;
    end $$`)

test('no role can change any partition', async () => {
  const { rows } = await as.owner.execute<{ part: string }>(
    sql`select inhrelid::regclass::text as part from pg_inherits where inhparent in ('log_reads'::regclass, 'log_acts'::regclass)`,
  )
  expect(rows.length).toBeGreaterThanOrEqual(8)
  const change = tryToChange(rows.map(({ part }) => part))
  for (const on of [db, as.worker, as.owner]) await on.execute(change)
  // The attempt itself works: it changes what may be changed.
  await as.owner.execute(sql`create table open_to_all (action text)`)
  await expect(as.owner.execute(tryToChange(['open_to_all']))).rejects.toMatchObject({
    cause: { code: 'P0001' },
  })
})

test('the tables refuse a read among acts, and an act among reads', async () => {
  const wrong = (table: string, action: string) =>
    db.execute(sql`insert into ${sql.identifier(table)} (at, action) values (now(), ${action})`)
  await expect(wrong('log_acts', 'member.read')).rejects.toMatchObject({ cause: { code: '23514' } })
  await expect(wrong('log_reads', 'member.suspended')).rejects.toMatchObject({ cause: { code: '23514' } })
})

test('the web server cannot create tables', async () => {
  await expect(makeMonths(new Date('2040-01-01T00:00:00Z'), db)).rejects.toMatchObject({
    cause: { code: '42501' },
  })
})
