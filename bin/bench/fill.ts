import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type Programme, person } from './people'
import { query } from './portal'
import { type Row, TABLES } from './rows'
import { centreRows, INVITATION_COLUMNS, invitationRows, staffRows, staffSessionRows } from './staff'

const BATCH = 10_000

/** Staff, and so many members with products, invoices, decisions, sessions and log, by COPY. */
export async function fill(ownerUrl: string, members: number, say: (line: string) => void) {
  const begun = performance.now()
  await query(ownerUrl, async (owner) => {
    const programme = await readProgramme(owner)
    await fillStaff(owner)
    await owner.query(`select log.make_months((current_date - interval '21 months')::date, current_date)`) // people.ts: 601 days
    for (let first = 1; first <= members; first += BATCH)
      await fillBatch(owner, first, Math.min(members, first + BATCH - 1), programme)
    await copy(owner, `black_invitations (${INVITATION_COLUMNS})`, invitationRows(), (row) => [row])
    await owner.query(`select setval(pg_get_serial_sequence('members', 'id'), $1)`, [members])
    await owner.query('vacuum analyze')
  })
  say(
    `Filled     ${members.toLocaleString('en')} members in ${Math.round((performance.now() - begun) / 1000)} s`,
  )
}

async function readProgramme(client: pg.Client): Promise<Programme> {
  const ids = async (kind: string) => {
    const { rows } = await client.query(
      'select id from products where qualifying_from is not null and kind = $1 order by 1',
      [kind],
    )
    return rows.map((row) => row.id)
  }
  const { rows } = await client.query(
    `select v.id, json_agg(json_build_object('status', t.status, 'products', t.products, 'cameras', t.cameras)) as tiers
       from rule_versions v join rule_tiers t on t.rule_version_id = v.id group by v.id`,
  )
  const cameras = await ids('camera')
  return { cameras, lenses: await ids('lens'), tiers: rows[0].tiers, ruleVersionId: rows[0].id }
}

async function fillBatch(client: pg.Client, first: number, last: number, programme: Programme) {
  const now = new Date()
  const people = Array.from({ length: last - first + 1 }, (_, i) => person(first + i, programme, now))
  await client.query('begin')
  for (const { into, rows } of TABLES) await copy(client, into, people, rows)
  await client.query('commit')
}

async function fillStaff(client: pg.Client) {
  const itself = (row: Row) => [row]
  await copy(client, 'centres (id, name, city, country, legal_basis)', centreRows(), itself)
  await copy(client, 'accounts (id, email, role, language, centre_id)', staffRows(), itself)
  await copy(client, 'sessions (token_hash, account_id, factor_at)', staffSessionRows(), itself)
}

async function copy<T>(client: pg.Client, into: string, things: readonly T[], rows: (thing: T) => Row[]) {
  await pipeline(Readable.from(chunks(things, rows)), client.query(copyFrom(`copy ${into} from stdin`)))
}

function* chunks<T>(things: readonly T[], rows: (thing: T) => Row[]) {
  for (let i = 0; i < things.length; i += 500) {
    yield things
      .slice(i, i + 500)
      .flatMap(rows)
      .map(line)
      .join('')
  }
}

/** No text of ours holds a tab, a line break or a backslash. */
const line = (row: Row) => `${row.map(field).join('\t')}\n`
const field = (value: Row[number]) =>
  value === null || value === undefined ? '\\N' : value instanceof Date ? value.toISOString() : String(value)
