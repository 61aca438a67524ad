import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../testing/database'
import { incompatibilities, type Snapshot } from '../testing/schema-before'
import journal from './migrations/meta/_journal.json'
import sealed from './migrations/sealed.json'

testDatabase()
const owner = new pg.Client(process.env.OWNER_DATABASE_URL)
beforeAll(() => owner.connect())
afterAll(() => owner.end())

const tags = journal.entries.map(({ tag }) => tag)
const snapshotOf = async (tag: string): Promise<Snapshot> =>
  JSON.parse(await readFile(`db/migrations/meta/${tag.slice(0, 4)}_snapshot.json`, 'utf8'))

/** A new migration needs a line in sealed.json: the SHA-256 printed by this test, and the package.json version that introduces it. */
test('a sealed migration never changes', async () => {
  const files = (await readdir('db/migrations')).filter((name) => name.endsWith('.sql')).sort()
  expect(files).toEqual(tags.map((tag) => `${tag}.sql`))
  const hashes = await Promise.all(
    tags.map(async (tag) => ({
      tag,
      sha256: createHash('sha256')
        .update(await readFile(`db/migrations/${tag}.sql`))
        .digest('hex'),
    })),
  )
  expect(hashes).toEqual(sealed.map(({ tag, sha256 }) => ({ tag, sha256 })))
})

describe('expand and contract', () => {
  test('the code of the previous release runs on this schema', async () => {
    const last = sealed.findLast(({ release }) => release !== sealed.at(-1)?.release)
    expect(last ? await incompatibilities(owner, await snapshotOf(last.tag)) : []).toEqual([])
  })

  const changes = [
    ['alter table members drop column country cascade', 'members.country is missing'],
    ['alter table members rename column born_on to birthday', 'members.born_on is missing'],
    ['drop table drafts', 'drafts is missing'],
    [
      'alter table mails alter column template type varchar(80)',
      'mails.template is character varying(80), was text',
    ],
    [
      'alter table accounts alter column last_seen_at set not null',
      'accounts.last_seen_at must not be empty',
    ],
    ['alter table centres add column fax text not null', 'centres.fax is required'],
    [`alter type mail_state rename value 'failed' to 'lost'`, `mail_state has no 'failed'`],
  ]
  test.each(changes)('%s: is reported', async (statement, finding) => {
    expect(await brokenAfter(statement)).toContain(finding)
  })

  const additions = [
    'alter table centres add column fax text',
    `alter table centres add column fax text not null default ''`,
    'create table faxes (id int primary key)',
    'alter table members alter column country drop not null',
    `alter type mail_state add value 'read'`,
  ]
  test.each(additions)('%s: is allowed', async (statement) => {
    expect(await brokenAfter(statement)).toEqual([])
  })
})

/** Returns what a change would break for the current code; the change itself is rolled back. */
async function brokenAfter(statement: string) {
  await owner.query('begin')
  try {
    await owner.query(statement)
    return await incompatibilities(owner, await snapshotOf(String(tags.at(-1))))
  } finally {
    await owner.query('rollback')
  }
}
