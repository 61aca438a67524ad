import 'server-only'
import { and, eq, ne } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { lockAdministrators } from '@/lib/administrators'
import { Refusal } from '@/lib/errors'
import { requireFreshFactor } from '@/lib/fresh-factor'
import { removeAppOfNewAdmin } from '@/lib/identity/factors/app/commands/remove'
import { record } from '@/lib/log/record'
import type { RoleChange, StaffDisabling } from '../input'
import { canChangeStaff } from '../policy'
import { requireLegalBasis } from './lawful-centre'
import { endStaffAccess } from './let-go'

/** Changes somebody's role or service centre; they have to sign in again. Refuses one's own, and the last admin's. */
export async function changeRole(admin: Admin, input: RoleChange, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    const person = await lockStaffAccount(tx, admin, input.id, at)
    const { role, centre = null } = input
    if (person.role === role && person.centreId === centre) throw new Refusal('alreadyDone')
    if (!person.disabledAt) await requireLegalBasis(tx, centre)
    if (role === 'admin') await removeAppOfNewAdmin(tx, admin, person, at)
    await tx.update(accounts).set({ role, centreId: centre }).where(eq(accounts.id, person.id))
    await endStaffAccess(tx, person.id)
    await record(tx, admin, 'staff.role-changed', {
      subjectId: person.id,
      reason: `${person.role} to ${role}`,
      at,
    })
  })
}

/** Disables an account, which ends its sessions at once, or enables it again; the reason is logged. */
export async function setStaffDisabled(admin: Admin, input: StaffDisabling, at: Date, on: Database = db) {
  const disable = input.disabled === 'yes'
  await on.transaction(async (tx) => {
    const person = await lockStaffAccount(tx, admin, input.id, at)
    if (Boolean(person.disabledAt) === disable) throw new Refusal('alreadyDone')
    if (!disable) await requireLegalBasis(tx, person.centreId)
    // Counts as seen now, or the next nightly run would disable the account as unused again.
    const change = disable ? { disabledAt: at } : { disabledAt: null, lastSeenAt: at }
    await tx.update(accounts).set(change).where(eq(accounts.id, person.id))
    await endStaffAccess(tx, person.id)
    const action = disable ? 'staff.disabled' : 'staff.enabled'
    await record(tx, admin, action, { subjectId: person.id, reason: input.reason, at })
  })
}

/** Returns somebody on the staff whom this admin may change; both are locked until the transaction ends. */
async function lockStaffAccount(tx: Database, admin: Admin, id: string, at: Date) {
  requireFreshFactor(admin, at)
  const admins = await lockAdministrators(tx)
  if (!canChangeStaff(admin, { id })) throw new Refusal('ownRole')
  if (admins.length === 1 && admins[0] === id) throw new Refusal('lastAdmin')
  if (!admins.includes(admin.id)) throw new Refusal('notAllowed')
  const [person] = await tx
    .select({
      id: accounts.id,
      role: accounts.role,
      centreId: accounts.centreId,
      disabledAt: accounts.disabledAt,
    })
    .from(accounts)
    .where(and(eq(accounts.id, id), ne(accounts.role, 'member')))
    .for('update')
  if (!person) throw new Refusal('notFound')
  return person
}
