import { accountOf, id, tokenHashOf } from './people'
import { query } from './portal'

/** A desk may check 60 cards an hour, so the checks of a run are spread over many: those by page, and those by SQL. */
export const DESKS = { pages: 2000, sql: 2000 } as const
export const STAFF = { desk: DESKS.pages + DESKS.sql, reviewer: 20, admin: 1 } as const

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

export const staffSessionRows = () => everybody().map(({ who }) => [tokenHashOf(who), accountOf(who)])

/** As if all staff had signed in this moment: desks are signed out after 15 idle minutes. */
export async function signInAgain(ownerUrl: string) {
  const renew = 'update sessions set last_seen_at = now(), created_at = now() where token_hash = any($1)'
  const hashes = everybody().map(({ who }) => tokenHashOf(who))
  await query(ownerUrl, async (owner) => {
    await owner.query('set enable_seqscan = off') // the sequential scans of the portal are counted
    await owner.query(renew, [hashes])
  })
}
