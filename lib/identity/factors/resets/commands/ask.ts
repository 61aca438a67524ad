import 'server-only'
import { and, eq, isNull, ne } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, factorResets } from '@/db/schema'
import type { Admin, Person, StaffPerson } from '@/lib/actor'
import { brokenConstraint, Refusal } from '@/lib/errors'
import { requireFreshFactor } from '@/lib/fresh-factor'
import { consume } from '@/lib/limits'
import { record } from '@/lib/log/record'
import { factorsOf } from '../../queries'
import { hasFactor } from '../../rules'
import type { FactorResetRequest } from '../input'
import { canRequestFactorReset } from '../policy'
import { countOtherAdmins } from '../queries'
import { notifyOfFactorReset } from './tell'

/**
 * Somebody signed in by code, who has proven no more than access to a mailbox, reports their factors lost. Nothing happens before
 * an admin, who is somebody else, confirms. Refuses when there is no factor to lose, or nobody who could confirm.
 */
export async function requestFactorReset(person: StaffPerson, at: Date, on: Database = db) {
  await consume('factor-reset', person.id)
  await on.transaction(async (tx) => {
    if ((await countOtherAdmins([person.id], tx)) === 0) throw new Refusal('resetWithoutAdmin')
    await createRequest(tx, person, { account: person.id, reason: null }, at)
  })
}

/** An admin requests it for somebody else, with a reason; another admin has to confirm. Needs a fresh factor. */
export async function requestFactorResetFor(
  admin: Admin,
  { account, reason }: FactorResetRequest,
  at: Date,
  on: Database = db,
) {
  requireFreshFactor(admin, at)
  if (!canRequestFactorReset(admin, { id: account })) throw new Refusal('resetOwn')
  await on.transaction(async (tx) => {
    const [target] = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.id, account), ne(accounts.role, 'member'), isNull(accounts.disabledAt)))
    if (!target) throw new Refusal('notFound')
    if ((await countOtherAdmins([admin.id, account], tx)) === 0) throw new Refusal('resetWithoutSecondAdmin')
    await createRequest(tx, admin, { account, reason }, at)
  })
}

type ResetRequest = { account: string; reason: string | null }

async function createRequest(tx: Database, asker: Person, { account, reason }: ResetRequest, at: Date) {
  if (!hasFactor(await factorsOf({ id: account }, tx))) throw new Refusal('resetNothing')
  const [created] = await tx
    .insert(factorResets)
    .values({ accountId: account, askedBy: asker.id, askedAt: at, reason })
    .returning({ id: factorResets.id, accountId: factorResets.accountId })
    .catch(refuseOpen)
  if (!created) throw new Error('The request was not created.')
  await record(tx, asker, 'factor-reset.asked', { subjectId: account, reason: reason ?? undefined, at })
  await notifyOfFactorReset(tx, created, 'asked')
}

function refuseOpen(error: unknown): never {
  if (brokenConstraint(error) === 'factor_resets_open') throw new Refusal('resetOpen')
  throw error
}
