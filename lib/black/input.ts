import { z } from 'zod'
import { normaliseEmail } from '@/lib/email'
import { CalendarDate } from '@/lib/fields'
import { parseMembershipNumber } from '@/lib/memberships/number'
import { STATES } from './rules'

const words = (most: number) => z.string('required').trim().min(1, 'required').max(most, 'tooLong')

/** An exact membership number, or an address. */
const Person = words(254).transform((typed, ctx): { number?: string; email?: string } => {
  const number = typed.includes('@') ? null : parseMembershipNumber(typed)
  if (number) return { number }
  const email = normaliseEmail(typed)
  if (email) return { email }
  ctx.addIssue('invited')
  return z.NEVER
})

export const Invite = z.object({
  person: Person,
  reason: words(500),
  sponsor: words(100),
  language: z.enum(['en', 'de']),
  validUntil: CalendarDate,
})
export type Invite = z.output<typeof Invite>

export const InvitationId = z.uuid()

/** `reason` is needed to decline. */
export const Decision = z
  .object({
    id: InvitationId,
    decision: z.enum(['approve', 'decline']),
    reason: z.string().trim().max(500, 'tooLong').default(''),
  })
  .refine(({ decision, reason }) => decision === 'approve' || reason, { path: ['reason'], error: 'required' })
export type Decision = z.output<typeof Decision>

export const Revocation = z.object({ id: InvitationId })
export const End = z.object({ id: InvitationId, reason: words(500) })

export const InvitationToken = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'invalid') })
export const Answer = InvitationToken.extend({ answer: z.enum(['accept', 'decline']) })

/** The list's filter and page, forgiving: anything else is everything. */
export const StateFilter = z.enum(STATES).optional().catch(undefined)
