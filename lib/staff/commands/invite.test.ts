import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import { accounts, centres, logEntries, staffInvitations } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { testDatabase } from '@/testing/database'
import { aDesk, anAdmin } from '@/testing/people'
import { anInvitation, anInvitee, setInvitationToken } from '@/testing/staff'
import { INVITATION_LIFE } from '../rules'
import { acceptStaffInvitation } from './accept'
import { inviteStaff, resendStaffInvitation, revokeStaffInvitation } from './invite'

const { db, as } = testDatabase()
const at = new Date('2026-11-24T10:00:00Z')
const later = (ms: number) => new Date(at.getTime() + ms)
const HOUR = 3_600_000
let admin: Admin
beforeAll(async () => {
  await seedProgramme(as.owner)
  admin = await anAdmin(db, { factorAt: at })
})
const withFreshFactor = (moment: Date) => ({ ...admin, factorAt: moment })

const stored = async (id: string) =>
  (await db.select().from(staffInvitations).where(eq(staffInvitations.id, id)))[0]
const actions = async (id: string) =>
  (await db.select().from(logEntries).where(eq(logEntries.subjectId, id))).map(({ action }) => action)
const jobs = async (id: string) => {
  const { rows } = await as.owner.execute(
    `select 1 from graphile_worker._private_jobs where payload->>'invitation' = '${id}'`,
  )
  return rows.length
}
async function aCentre(withBasis = true) {
  const basis = withBasis ? ({ legalBasis: 'eu' } as const) : {}
  const [centre] = await db
    .insert(centres)
    .values({ name: `Centre ${randomUUID()}`, city: 'Lyon', country: 'FR', ...basis })
    .returning()
  return String(centre?.id)
}

describe('inviting', () => {
  test('stores it and queues the mail; there is no token yet', async () => {
    const id = await inviteStaff(admin, anInvitation(), at, db)
    expect(await stored(id)).toMatchObject({
      tokenHash: null,
      invitedBy: admin.id,
      expiresAt: later(INVITATION_LIFE),
    })
    expect([await actions(id), await jobs(id)]).toEqual([['staff.invited'], 1])
  })

  test('needs a fresh second factor', async () => {
    const stale = { ...admin, factorAt: new Date(at.getTime() - 6 * 60_000) }
    await expect(inviteStaff(stale, anInvitation(), at)).rejects.toMatchObject({ reason: 'stepUp' })
    const { id } = await anInvitee(db, admin, at)
    await expect(resendStaffInvitation(stale, id, at)).rejects.toMatchObject({ reason: 'stepUp' })
  })

  test('refuses an address that has any account', async () => {
    const [account] = await db.select().from(accounts).where(eq(accounts.id, admin.id))
    const refused = inviteStaff(admin, anInvitation({ email: String(account?.email) }), at)
    await expect(refused).rejects.toMatchObject({ reason: 'inviteHasAccount', field: 'email' })
  })

  test('creates one per address, also when two admins do it at once', async () => {
    const [input, second] = [anInvitation(), await anAdmin(db, { factorAt: at })]
    const both = await Promise.allSettled([inviteStaff(admin, input, at), inviteStaff(second, input, at)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(inviteStaff(admin, input, at)).rejects.toMatchObject({
      reason: 'alreadyInvited',
      field: 'email',
    })
  })

  test('is possible again when the previous one has expired', async () => {
    const { id, email } = await anInvitee(db, admin, at)
    const moment = later(73 * HOUR)
    const next = await inviteStaff(withFreshFactor(moment), anInvitation({ email }), moment)
    expect((await stored(id))?.revokedAt).toEqual(moment)
    expect((await stored(next))?.revokedAt).toBeNull()
  })

  test('to a service centre requires its legal basis', async () => {
    const withoutBasis = anInvitation({ role: 'desk', centre: await aCentre(false) })
    await expect(inviteStaff(admin, withoutBasis, at)).rejects.toMatchObject({ reason: 'inviteWithoutBasis' })
    await inviteStaff(admin, anInvitation({ role: 'desk', centre: await aCentre() }), at)
  })
})

describe('sending again', () => {
  test('voids the previous link and allows another 72 hours', async () => {
    const { id, token } = await anInvitee(db, admin, at)
    const moment = later(70 * HOUR)
    await resendStaffInvitation(withFreshFactor(moment), id, moment)
    expect(await stored(id)).toMatchObject({
      tokenHash: null,
      expiresAt: new Date(+moment + INVITATION_LIFE),
    })
    await expect(acceptStaffInvitation(token, moment)).rejects.toMatchObject({ reason: 'invitationUnknown' })
    await acceptStaffInvitation(await setInvitationToken(db, id), later(100 * HOUR))
  })

  test('is refused once it was accepted or revoked', async () => {
    const [accepted, revoked] = [await anInvitee(db, admin, at), await anInvitee(db, admin, at)]
    await acceptStaffInvitation(accepted.token, at)
    await revokeStaffInvitation(admin, revoked.id, at)
    for (const { id } of [accepted, revoked, { id: randomUUID() }]) {
      await expect(resendStaffInvitation(admin, id, at)).rejects.toMatchObject({ reason: 'invitationOver' })
      await expect(revokeStaffInvitation(admin, id, at)).rejects.toMatchObject({ reason: 'invitationOver' })
    }
  })
})

describe('accepting', () => {
  test('creates the account with role, centre and language, without a session', async () => {
    const centre = await aCentre()
    const { id, email, token } = await anInvitee(db, admin, at, { role: 'desk', centre, language: 'de' })
    const joined = await acceptStaffInvitation(token, later(HOUR))
    const [account] = await db.select().from(accounts).where(eq(accounts.email, email))
    expect(account).toMatchObject({ role: 'desk', centreId: centre, language: 'de', lastSeenAt: null })
    expect(await stored(id)).toMatchObject({ acceptedBy: joined.accountId, acceptedAt: later(HOUR) })
    expect(await actions(joined.accountId)).toEqual(['staff.joined'])
  })

  test('expired, revoked, used and unknown have different reasons', async () => {
    const [expired, revoked, used] = [
      await anInvitee(db, admin, at),
      await anInvitee(db, admin, at),
      await anInvitee(db, admin, at),
    ]
    await revokeStaffInvitation(admin, revoked.id, at)
    await acceptStaffInvitation(used.token, at)
    const refusal = (token: string, moment = at) => expect(acceptStaffInvitation(token, moment)).rejects
    await refusal(expired.token, later(72 * HOUR)).toMatchObject({ reason: 'invitationExpired' })
    await refusal(revoked.token).toMatchObject({ reason: 'invitationRevoked' })
    await refusal(used.token, later(99 * HOUR)).toMatchObject({ reason: 'invitationUsed' })
    await refusal('x'.repeat(43)).toMatchObject({ reason: 'invitationUnknown' })
  })

  test('clicked twice at once creates one account, and refuses the second as used', async () => {
    const { email, token } = await anInvitee(db, admin, at)
    const both = await Promise.allSettled([
      acceptStaffInvitation(token, at),
      acceptStaffInvitation(token, at),
    ])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reason: 'invitationUsed' },
    })
    expect(await db.select().from(accounts).where(eq(accounts.email, email))).toHaveLength(1)
  })

  test('is refused when the centre has lost its legal basis, and when the address has an account by now', async () => {
    const centre = await aCentre()
    const atDesk = await anInvitee(db, admin, at, { role: 'desk', centre })
    await db.update(centres).set({ legalBasis: null }).where(eq(centres.id, centre))
    await expect(acceptStaffInvitation(atDesk.token, at)).rejects.toMatchObject({
      reason: 'inviteWithoutBasis',
    })

    const late = await anInvitee(db, admin, at)
    await db.insert(accounts).values({ email: late.email, role: 'member', language: 'en' })
    await expect(acceptStaffInvitation(late.token, at)).rejects.toMatchObject({ reason: 'joinHasAccount' })
    expect((await stored(late.id))?.acceptedAt).toBeNull()
  })

  test('the database stores no token, only its hash', async () => {
    const { id } = await anInvitee(db, admin, at)
    const desk = await aDesk(as.owner)
    const wrong = db.update(staffInvitations).set({ tokenHash: 'a token' }).where(eq(staffInvitations.id, id))
    await expect(wrong).rejects.toMatchObject({ cause: { constraint: 'staff_invitations_token_is_hashed' } })
    const noCentre = db
      .update(staffInvitations)
      .set({ centreId: desk.centreId })
      .where(eq(staffInvitations.id, id))
    await expect(noCentre).rejects.toMatchObject({
      cause: { constraint: 'staff_invitations_desk_has_centre' },
    })
  })
})
