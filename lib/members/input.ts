import { z } from 'zod'
import { isCountry } from '@/lib/countries/rules'
import { PersonName } from '@/lib/fields'
import { STATUSES } from '@/lib/lists'
import { parseMembershipNumber } from '@/lib/memberships/number'
import { isCalendarDate } from '@/lib/time'
import { MEMBERSHIP_STATES } from './rules'

const day = z.string().refine(isCalendarDate).optional().catch(undefined)

/** The filter of the list of members from its address; malformed values are ignored. Days are included. */
export const MembersFilter = z.object({
  q: z.string().trim().max(254).catch('').default(''),
  status: z.enum(STATUSES).optional().catch(undefined),
  country: z.string().refine(isCountry).optional().catch(undefined),
  standing: z.enum(MEMBERSHIP_STATES).optional().catch(undefined),
  joinedFrom: day,
  joinedTo: day,
  expiresFrom: day,
  expiresTo: day,
  after: z.string().refine(parseMembershipNumber).optional().catch(undefined),
})
export type MembersFilter = z.output<typeof MembersFilter>

/** The admin's reason, for the member's record. */
const Reason = z.string('required').trim().min(1, 'required').max(500, 'tooLong')
const number = z.string()

export const NameCorrection = z.object({ number, firstName: PersonName, surname: PersonName, reason: Reason })
export type NameCorrection = z.output<typeof NameCorrection>

export const MEMBERSHIP_STATE_ACTS = ['suspend', 'lift', 'end'] as const
export type MembershipStateAct = (typeof MEMBERSHIP_STATE_ACTS)[number]

export const MembershipStateChange = z.object({ act: z.enum(MEMBERSHIP_STATE_ACTS), number, reason: Reason })
export type MembershipStateChange = z.output<typeof MembershipStateChange>

export const MailAgain = z.object({ number, mail: z.uuid() })
export type MailAgain = z.output<typeof MailAgain>
