import { addDays, berlinDate } from '@/lib/time'
import { accountOf, id, tokenHashOf } from './people'
import { query } from './portal'

/** A desk may check 60 cards an hour, so the checks of a run are spread over many: those by page, and those by SQL. */
export const DESKS = { pages: 2000, sql: 2000 } as const
export const STAFF = { desk: DESKS.pages + DESKS.sql, reviewer: 20, admin: 2 } as const

const CENTRES = 50
export const centreOf = (desk: number) => id(`centre ${desk % CENTRES}`)

export const centreRows = () =>
  Array.from({ length: CENTRES }, (_, i) => [centreOf(i), `Centre ${i}`, 'City', 'DE', 'eu'])

const everybody = () =>
  Object.entries(STAFF).flatMap(([role, count]) =>
    Array.from({ length: count }, (_, i) => ({ role, i, who: `${role} ${i}` })),
  )

export const staffRows = () =>
  everybody().map(({ role, i, who }) => [
    accountOf(who),
    `${role}-${i}@bench.example`,
    role,
    'en',
    role === 'desk' ? centreOf(i) : null,
  ])

/** Invitations to Black: as many members as there are, up to a thousand, in all states in turn. */
export const INVITATIONS = 1000
export const invitationRows = () =>
  Array.from({ length: INVITATIONS }, (_, i) => {
    const at = new Date(Date.now() - i * 3_600_000)
    const [approved, declined] = [i % 3 === 1, i % 3 === 2]
    return [
      id(`invitation ${i}`),
      i + 1,
      'Teaches with LUMIX',
      'Sabine Vorschlag',
      'en',
      addDays(berlinDate(at), 60),
      accountOf('admin 0'),
      at,
      approved ? accountOf('admin 1') : null,
      approved ? at : null,
      declined ? accountOf('admin 1') : null,
      declined ? at : null,
      declined ? 'Asked for too early' : null,
    ]
  })
export const INVITATION_COLUMNS =
  'id, member_id, reason, sponsor, language, valid_until, invited_by, invited_at, approved_by, approved_at, declined_by, declined_at, declined_reason'

export const staffSessionRows = () => everybody().map(({ who }) => [tokenHashOf(who), accountOf(who), 'now'])

/** As if all staff had signed in this moment, with a second factor: desks are signed out after 15 idle minutes. */
export async function signInAgain(ownerUrl: string) {
  const renew =
    'update sessions set last_seen_at = now(), created_at = now(), factor_at = now() where token_hash = any($1)'
  const hashes = everybody().map(({ who }) => tokenHashOf(who))
  await query(ownerUrl, async (owner) => {
    await owner.query('set enable_seqscan = off') // the sequential scans of the portal are counted
    await owner.query(renew, [hashes])
  })
}
