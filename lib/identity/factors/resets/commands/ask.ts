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
 * Somebody who signed in by code, and so no more than reads a mailbox, says that they have lost their factors. Nothing happens
 * before an admin, who is somebody else, confirms. Refuses who has none to lose, and where nobody could confirm.
 */
export async function requestFactorReset(person: StaffPerson, at: Date, on: Database = db) {
  await consume('factor-reset', person.id)
  await on.transaction(async (tx) => {
    if ((await countOtherAdmins([person.id], tx)) === 0) throw new Refusal('resetWithoutAdmin')
    await ask(tx, person, { account: person.id, reason: null }, at)
  })
}

/** An admin asks for somebody else, with a reason; a further admin has to confirm. Needs a fresh factor. */
export async function requestFactorResetFor(
  admin: Admin,
  { account, reason }: FactorResetRequest,
  at: Date,
  on: Database = db,
) {
  requireFreshFactor(admin, at)
  if (!canRequestFactorReset(admin, { id: account })) throw new Refusal('resetOwn')
  await on.transaction(async (tx) => {
    const [known] = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.id, account), ne(accounts.role, 'member'), isNull(accounts.disabledAt)))
    if (!known) throw new Refusal('notFound')
    if ((await countOtherAdmins([admin.id, account], tx)) === 0) throw new Refusal('resetWithoutSecondAdmin')
    await ask(tx, admin, { account, reason }, at)
  })
}

type Asked = { account: string; reason: string | null }

async function ask(tx: Database, asker: Person, { account, reason }: Asked, at: Date) {
  if (!hasFactor(await factorsOf({ id: account }, tx))) throw new Refusal('resetNothing')
  const [made] = await tx
    .insert(factorResets)
    .values({ accountId: account, askedBy: asker.id, askedAt: at, reason })
    .returning({ id: factorResets.id, accountId: factorResets.accountId })
    .catch(alreadyAsked)
  if (!made) throw new Error('The request was not made.')
  await record(tx, asker, 'factor-reset.asked', { subjectId: account, reason: reason ?? undefined, at })
  await notifyOfFactorReset(tx, made, 'asked')
}

function alreadyAsked(error: unknown): never {
  if (brokenConstraint(error) === 'factor_resets_open') throw new Refusal('resetOpen')
  throw error
}
