import type { Database } from '@/db/client'
import { accounts, centres } from '@/db/schema'
import type { JoinRequest } from '@/db/schema/accounts'
import type { Admin, Desk, Member, Reviewer } from '@/lib/actor'
import { actAs } from '@/lib/identity/act-as'
import { join } from '@/lib/joining/commands/join'
import { textOn } from '@/lib/texts/queries/texts'
import { berlinDate } from '@/lib/time'

type Person = Partial<JoinRequest> & { email?: string }

/** A member created as the join page does; `person` overrides what matters to a test. */
export async function aMember(on: Database, person: Person = {}, at = new Date()): Promise<Member> {
  const { email = `member-${crypto.randomUUID()}@example.com`, ...overrides } = person
  const today = berlinDate(at)
  const [terms, privacy] = [await textOn('terms', today, on), await textOn('privacy', today, on)]
  const request: JoinRequest = {
    firstName: 'Thea',
    surname: 'Beispielmann',
    bornOn: '1990-05-17',
    country: 'DE',
    language: 'en',
    texts: [terms.id, privacy.id],
    acceptedAt: at.toISOString(),
    ...overrides,
  }
  const account = await on.transaction((tx) => join(tx, email, request, at))
  return (await actAs(on, account.id)) as Member
}

/** `factorAt`: when they last showed a second factor, for tests at another time. */
type Staff = { email?: string; ownMemberId?: number; language?: 'en' | 'de'; factorAt?: Date }

export const aReviewer = async (on: Database, staff: Staff = {}) =>
  (await aStaff(on, 'reviewer', staff)) as Reviewer
export const anAdmin = async (on: Database, staff: Staff = {}) => (await aStaff(on, 'admin', staff)) as Admin

/** A desk user with a service centre of their own. `on` must be the owner's connection, since only admins may add centres. */
export async function aDesk(on: Database, staff: Staff = {}): Promise<Desk> {
  const [centre] = await on
    .insert(centres)
    .values({ name: `Centre ${crypto.randomUUID()}`, city: 'Tokyo', country: 'JP', ...LAWFUL })
    .returning({ id: centres.id })
  return (await aStaff(on, 'desk', { ...staff, centreId: centre?.id })) as Desk
}

/** What allows our members' data to be read in Tokyo. */
export const LAWFUL = { legalBasis: 'adequacy', adequacyDecision: 'A placeholder' } as const

async function aStaff(
  on: Database,
  role: 'desk' | 'reviewer' | 'admin',
  staff: Staff & { centreId?: string },
) {
  const { email = `${role}-${crypto.randomUUID()}@example.com`, language = 'en', factorAt, ...rest } = staff
  const [account] = await on
    .insert(accounts)
    .values({ role, email, language, ...rest })
    .returning({ id: accounts.id })
  if (!account) throw new Error('The account was not created.')
  const actor = await actAs(on, account.id)
  return factorAt ? { ...actor, factorAt } : actor
}
