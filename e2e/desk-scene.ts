// A service centre with somebody signed in at its desk, and members with cards: made in the database, so that the
// desk's journeys need no other journey before them.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { BrowserContext } from '@playwright/test'
import pg from 'pg'
import { addDays, berlinDate } from '@/lib/time'
import { drawMembershipNumber } from '../lib/memberships/number'

const today = () => berlinDate(new Date())
export const daysAgo = (days: number) => addDays(today(), -days)

export async function makeScene() {
  const pool = new pg.Pool({ connectionString: process.env.OWNER_DATABASE_URL, max: 2 })
  const one = async (text: string, ...values: unknown[]) => (await pool.query(text, values)).rows[0]
  const clerk = await makeClerk(one)
  return {
    clerk,
    member: (person?: Person) => makeMember(one, person),
    /** The clerk’s checks, from the log. */
    checks: async () => {
      const found = await pool.query(
        `select purpose, case_number, hit, reason, country from log_entries where actor_id = $1 and action = 'card.checked' order by id`,
        [clerk.id],
      )
      return found.rows
    },
    /** Misses of half an hour ago. */
    misses: (count: number) =>
      pool.query(
        `insert into log_reads (at, actor_id, actor_role, action, hit)
          select now() - interval '30 minutes', $1, 'desk', 'card.checked', false from generate_series(1, $2)`,
        [clerk.id, count],
      ),
    end: () => pool.end(),
  }
}

/** Puts a session's cookie into a browser, as signing in does. */
export const signIn = (context: BrowserContext, token: string) =>
  context.addCookies([{ name: 'lumix-session', value: token, url: process.env.PORTAL_URL }])

type One = (text: string, ...values: unknown[]) => Promise<{ id: string }>
export type Person = {
  firstName?: string
  surname?: string
  status?: string
  code?: string
  startsOn?: string
  expiresOn?: string
}

async function makeClerk(one: One) {
  const name = `LUMIX Service ${randomUUID().slice(0, 8)}`
  const centre = await one(
    `insert into centres (name, city, country, legal_basis, adequacy_decision)
      values ($1, 'Tokyo', 'JP', 'adequacy', 'A placeholder') returning id`,
    name,
  )
  const account = await one(
    `insert into accounts (email, role, language, centre_id) values ($1, 'desk', 'en', $2) returning id`,
    `${randomUUID()}@desk.example`,
    centre.id,
  )
  return { id: account.id, centre: name, token: await openSession(one, account.id) }
}

async function makeMember(one: One, person: Person = {}) {
  const { firstName = 'Jürgen', surname = 'Müller', status = 'gold' } = person
  const { startsOn = today(), expiresOn = addDays(today(), 364) } = person
  const account = await one(
    `insert into accounts (email, role, language) values ($1, 'member', 'en') returning id`,
    `${randomUUID()}@member.example`,
  )
  const member = await one(
    `insert into members (account_id, first_name, surname, born_on, country) values ($1, $2, $3, '1980-05-06', 'DE') returning id`,
    account.id,
    firstName,
    surname,
  )
  const { code = drawCode() } = person
  const number = drawMembershipNumber()
  await one(
    `insert into memberships (member_id, number, card_code, status, starts_on, expires_on, status_rules_id)
      values ($1, $2, $3, $4, $5, $6, (select id from status_rules order by effective_from limit 1))`,
    member.id,
    number,
    code,
    status,
    startsOn,
    expiresOn,
  )
  return { number, code, surname, token: await openSession(one, account.id) }
}

async function openSession(one: One, account: string) {
  const token = drawCode()
  const hash = createHash('sha256').update(token).digest('hex')
  await one('insert into sessions (token_hash, account_id, factor_at) values ($1, $2, now())', hash, account)
  return token
}

/** 43 random characters, as on a card and in a cookie. */
export const drawCode = () => randomBytes(32).toString('base64url')
