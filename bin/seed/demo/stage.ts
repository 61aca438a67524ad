import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { accounts, centres } from '@/db/schema'
import type { Desk, Member, Reviewer } from '@/lib/actor'
import { actAs } from '@/lib/identity/act-as'
import { addDays, berlinDate } from '@/lib/time'
import { FROM } from '../programme'
import { type Papers, readPapers } from './papers'
import { addressOf, CENTRES, LED, STAFF } from './people'
import type { Purchase } from './purchases'

/** The state of the demo while it is seeded: its people, and what they have sent so far. */
export type Stage = {
  tx: Database
  now: Date
  papers: Papers
  members: Map<string, Member>
  reviewers: Map<string, Reviewer>
  desks: Map<string, Desk>
  sent: Map<Purchase, Sent[]>
}

/** One registered product, and the file it was sent with. */
export type Sent = { id: string; invoice: string; model: string }

/** Creates the staff and the service centres. Nobody can be invited by a command yet. */
export async function setStage(tx: Database, now: Date): Promise<Stage> {
  const desks = await seedDesks(tx, now)
  const reviewers = await seedReviewers(tx, now)
  return { tx, now, papers: await readPapers(), members: new Map(), reviewers, desks, sent: new Map() }
}

/**
 * Returns an instant `ago` days before today, in working hours, and never before the programme began; `order` sorts events
 * of the same day.
 */
export function moment(now: Date, ago: number, order = 0) {
  const day = Math.max(Date.parse(addDays(berlinDate(now), -ago)), Date.parse(FROM))
  const minutes = 7 * 60 + ((ago * 41) % 420) + order * 4
  return new Date(day + minutes * 60_000)
}

/** Throws if the value is missing. */
export function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The demo lacks ${what}.`)
  return value
}

async function seedDesks(tx: Database, now: Date) {
  const desks = new Map<string, Desk>()
  for (const [order, { key, ...centre }] of CENTRES.entries()) {
    const [created] = await tx.insert(centres).values(centre).returning({ id: centres.id })
    const account = {
      role: 'desk',
      centreId: created?.id,
      language: key === 'hamburg' ? 'de' : 'en',
    } as const
    const desk = (await newAccount(tx, `desk.${key}`, account, moment(now, 320, order))) as Desk
    if (LED.includes(key))
      await tx.update(centres).set({ leadId: desk.id }).where(eq(centres.id, desk.centreId))
    desks.set(key, desk)
  }
  return desks
}

async function seedReviewers(tx: Database, now: Date) {
  const reviewers = new Map<string, Reviewer>()
  for (const [order, { name, role, language }] of STAFF.entries())
    reviewers.set(name, (await newAccount(tx, name, { role, language }, moment(now, 320, order))) as Reviewer)
  return reviewers
}

type Account = Omit<typeof accounts.$inferInsert, 'email'>

async function newAccount(tx: Database, name: string, account: Account, createdAt: Date) {
  const [created] = await tx
    .insert(accounts)
    .values({ ...account, email: addressOf(name), createdAt, lastSeenAt: new Date() })
    .returning({ id: accounts.id })
  return actAs(tx, required(created?.id, name))
}
