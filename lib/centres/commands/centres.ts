import 'server-only'
import { and, eq, isNull, ne } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, centres } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { brokenConstraint, isUnknownValue, Refusal } from '@/lib/errors'
import { record } from '@/lib/log/record'
import type { Centre } from '../input'

/** Adds a service centre and returns its id. Refuses a name that another one has. */
export async function addCentre(admin: Admin, input: Centre, at: Date, on: Database = db) {
  return on.transaction(async (tx) => {
    const [centre] = await tx
      .insert(centres)
      .values(columns(input))
      .returning({ id: centres.id })
      .catch(refuseInvalid)
    if (!centre) throw new Error('The service centre was not created.')
    await record(tx, admin, 'centre.added', { subjectId: centre.id, reason: basisReason(input), at })
    return centre.id
  })
}

/** Changes a service centre. Refuses a lead who is not one of its people, and a name that is taken. */
export async function changeCentre(admin: Admin, id: string, input: Centre, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    if (input.lead && !(await worksAt(tx, input.lead, id))) throw new Refusal('leadElsewhere', 'lead')
    const [centre] = await tx
      .update(centres)
      .set({ ...columns(input), leadId: input.lead ?? null })
      .where(eq(centres.id, id))
      .returning({ id: centres.id })
      .catch(refuseInvalid)
    if (!centre) throw new Refusal('notFound')
    await record(tx, admin, 'centre.changed', { subjectId: id, reason: basisReason(input), at })
  })
}

/** Opens a service centre, or closes it: then nobody can check a card there, and nothing else changes. */
export async function setCentreOpen(admin: Admin, id: string, open: boolean, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    const [centre] = await tx
      .update(centres)
      .set({ open })
      .where(and(eq(centres.id, id), ne(centres.open, open)))
      .returning({ id: centres.id })
    if (!centre) throw new Refusal('alreadyDone')
    await record(tx, admin, open ? 'centre.opened' : 'centre.closed', { subjectId: id, at })
  })
}

const columns = ({
  name,
  city,
  country,
  timeZone,
  languages,
  contact,
  basis,
  decision,
  clausesOn,
}: Centre) => ({
  name,
  city,
  country,
  timeZone,
  languages,
  contact: contact ?? null,
  legalBasis: basis ?? null,
  adequacyDecision: decision ?? null,
  clausesOn: clausesOn ?? null,
})

/** The log records the legal basis on which the centre reads from now on. */
const basisReason = ({ basis }: Centre) => `legal basis: ${basis ?? 'none'}`

/** Locks the account, so that somebody who is just being moved or disabled does not become the lead. */
async function worksAt(tx: Database, accountId: string, centreId: string) {
  const [account] = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), eq(accounts.centreId, centreId), isNull(accounts.disabledAt)))
    .for('share')
  return Boolean(account)
}

function refuseInvalid(error: unknown): never {
  if (brokenConstraint(error) === 'centres_name') throw new Refusal('centreNameTaken', 'name')
  // The runtime may know a time zone that an older Postgres does not.
  if (isUnknownValue(error)) throw new Refusal('timeZoneUnknown', 'timeZone')
  throw error
}
