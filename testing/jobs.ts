// Members with a decided purchase, for the tests of the mails about it.

import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import {
  accounts,
  decisions,
  invoices,
  mails,
  members,
  memberships,
  products,
  reasons,
  registrations,
  statusRules,
} from '@/db/schema'
import type { Language } from '@/lib/lists'
import { MailError, type Mailer } from '@/lib/mail/transport'
import { drawMembershipNumber } from '@/lib/memberships/number'
import { createToken } from '@/lib/secrets'
import type { Work } from '@/lib/worker/task'

export type Person = Awaited<ReturnType<typeof makeMember>>

/** The context of a task: by default not its last try, at noon on 23 November 2026 (UTC). */
export const work = (on: Database, mailer: Mailer, more: Partial<Work> = {}): Work => ({
  on,
  mailer,
  at: new Date('2026-11-23T12:00:00Z'),
  lastTry: false,
  signal: new AbortController().signal,
  ...more,
})

/** A mail server that cannot be reached. */
export const brokenMailer = (): Mailer => ({
  send: () => Promise.reject(new MailError({ code: 'ECONNECTION' })),
  close: () => {},
})

/** A member who has joined. Needs the seeded programme. */
export async function makeMember(
  db: Database,
  language: Language = 'en',
  membership: Partial<typeof memberships.$inferInsert> = {},
) {
  const email = `${randomUUID()}@member.example`
  const account = one(await db.insert(accounts).values({ email, role: 'member', language }).returning())
  const person = { firstName: 'Ingrid', surname: 'Østergård', bornOn: '1985-02-28', country: 'DE' }
  const member = one(
    await db
      .insert(members)
      .values({ accountId: account.id, ...person })
      .returning(),
  )
  const rule = one(await db.select().from(statusRules))
  const card = one(
    await db
      .insert(memberships)
      .values({
        memberId: member.id,
        number: drawMembershipNumber(),
        cardCode: createToken(),
        startsOn: '2026-11-23',
        expiresOn: '2027-11-22',
        statusRulesId: rule.id,
        ...membership,
      })
      .returning(),
  )
  return { email, accountId: account.id, memberId: member.id, statusRulesId: rule.id, card }
}

type Outcome = 'verified' | 'needs_attention' | 'refused' | 'sold'

/** A registration of this person and a reviewer's decision about it. */
export async function makeDecision(
  db: Database,
  { memberId }: Person,
  outcome: Outcome,
  at: Date,
  more: { sentence?: string; appealedAt?: Date } = {},
) {
  const product = one(await db.select().from(products).where(eq(products.modelNumber, 'DC-S5M2')))
  const invoice = one(
    await db
      .insert(invoices)
      .values({
        memberId,
        storageKey: randomUUID(),
        fileName: 'invoice.pdf',
        mediaType: 'application/pdf',
        bytes: 1000,
        sha256: randomUUID().replaceAll('-', '').padEnd(64, '0'),
      })
      .returning(),
  )
  const serialTyped = `WX-${randomUUID().slice(0, 6)} 00-47-11`
  const registration = one(
    await db
      .insert(registrations)
      .values({
        memberId,
        productId: product.id,
        serialTyped,
        serialKey: serialTyped.toUpperCase(),
        purchasedOn: '2026-10-01',
        dealer: 'Foto Lehmann',
        invoiceId: invoice.id,
        state: outcome,
        createdAt: at,
        decidedAt: at,
        appealedAt: more.appealedAt,
      })
      .returning(),
  )
  const reviewer = one(
    await db
      .insert(accounts)
      .values({ email: `${randomUUID()}@staff.example`, role: 'reviewer', language: 'en' })
      .returning(),
  )
  const kind = { verified: undefined, needs_attention: 'ask', refused: 'refuse', sold: 'end' } as const
  const reason = kind[outcome] && one(await db.select().from(reasons).where(eq(reasons.kind, kind[outcome])))
  const decision = one(
    await db
      .insert(decisions)
      .values({
        registrationId: registration.id,
        invoiceId: invoice.id,
        outcome,
        reasonId: reason?.id,
        sentence: more.sentence,
        by: reviewer.id,
        at,
      })
      .returning(),
  )
  return { decision: decision.id, registration: registration.id, reason: reason?.texts, product }
}

/** Returns the newest mail row of an account. */
export async function lastMail(db: Database, accountId: string) {
  const rows = await db.select().from(mails).where(eq(mails.accountId, accountId)).orderBy(mails.createdAt)
  return one(rows.slice(-1))
}

function one<T>([row]: T[]): T {
  if (!row) throw new Error('There is no such row.')
  return row
}
