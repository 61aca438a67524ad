import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { aRegistration } from '@/testing/reviews'
import type { Databases } from '../fixtures/database'
import { makePeople, type Person } from '../fixtures/people'

/** The portal under test, and what is behind it. */
export type Portal = Databases & { url: string; settings: { STORAGE_FOLDER: string } }

export type World = Awaited<ReturnType<typeof makeWorld>>

/** Who may ask: nobody we know, the member it belongs to, another member, and the staff. */
export const ACTORS = ['signedOut', 'member', 'other', 'desk', 'reviewer', 'admin'] as const
export type ActorName = (typeof ACTORS)[number]

/** And, in a column of its own, an administrator who has signed in by code and has yet to show a second factor. */
export const ASKING = [...ACTORS, 'pending'] as const
export type Asking = (typeof ASKING)[number]

/** A person of each kind, and a look at everything that a request could change. */
export async function makeWorld(portal: Portal) {
  const people = makePeople(portal)
  const [member, other] = [
    await people.member(),
    await people.member({ firstName: 'Nora', surname: 'Samplewood' }),
  ]
  const cast = {
    member,
    other,
    desk: await people.desk(),
    reviewer: await people.reviewer(),
    admin: await people.admin(),
    pending: await people.admin(),
  }
  return {
    ...cast,
    portal,
    people,
    /** A registration of the member's, and its invoice with the image of a page in its place. */
    async registration(over: Parameters<typeof aRegistration>[2] = {}) {
      const made = await aRegistration(portal.app, member.actor, over)
      await keepImages(portal, made.invoice)
      return made
    },
    /** Signed in again, since a request may have ended the session of the last one. */
    async who(name: Asking): Promise<Person | undefined> {
      if (name === 'signedOut') return undefined
      const { actor, email } = cast[name]
      return name === 'pending' ? people.byCode(actor, email) : people.signedIn(actor, email)
    },
  }
}

/** The smallest image there is, one white pixel. */
const PIXEL = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64')

async function keepImages({ rows, settings }: Portal, invoice: string) {
  const pages = await rows<{ key: string }>(
    'select storage_key as key from invoice_pages where invoice_id = $1',
    invoice,
  )
  for (const { key } of pages) {
    const file = join(settings.STORAGE_FOLDER, key)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, PIXEL)
  }
}

/** Reads and acts: to a visitor one log. */
const LOG = ['public.log_acts', 'public.log_reads']

/** A fingerprint of each table, of the jobs, and of the stored files. */
async function fingerprints(portal: Portal): Promise<Record<string, string>> {
  const question = await (questions.get(portal.owner) ?? ask(portal))
  const prints = await portal.rowsAgain<{ part: string; print: string }>('fingerprints', question)
  const files = filesIn(portal.settings.STORAGE_FOLDER)
  return Object.fromEntries([
    ...prints
      .filter(({ part }) => !LOG.includes(part))
      .map(({ part, print }) => [part.replace('public.', ''), print]),
    // In one order: Postgres may read the parts of a union in any.
    ['log_entries', LOG.map((name) => prints.find(({ part }) => part === name)?.print).join()],
    ['files', files],
  ])
}

/** A portal has the same tables from its first test to its last. */
const questions = new WeakMap<Portal['owner'], Promise<string>>()

function ask({ rows, owner }: Portal) {
  const question = rows<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'graphile_worker') and c.relkind in ('r', 'p') and not c.relispartition
        and c.relname not in ('rate_limits', 'workers') order by 1`,
  ).then((tables) => tables.map(({ name }) => printOf(name)).join(' union all '))
  questions.set(owner, question)
  return question
}

// An updated row has another ctid or xmin. That an account and a session are in use
// is noted now and then, whatever they are used for.
const printOf = (name: string) => {
  const row = ['public.accounts', 'public.sessions'].includes(name)
    ? "hashtextextended((to_jsonb(t) - 'last_seen_at')::text, 0)"
    : 'hashtidextended(t.ctid, t.xmin::text::int8)'
  return `select '${name}' as part, sum(${row})::text as print from ${name} t`
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`)
    .sort()
    .join()

/** Which parts a request has changed. */
export async function changesBy(portal: Portal, request: () => Promise<unknown>) {
  const before = await fingerprints(portal)
  await request()
  const after = await fingerprints(portal)
  return Object.keys(after).filter((part) => after[part] !== before[part])
}
