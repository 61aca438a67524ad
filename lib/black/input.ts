import { z } from 'zod'
import { normaliseEmail } from '@/lib/email'
import { CalendarDate } from '@/lib/fields'
import { LANGUAGES } from '@/lib/lists'
import { parseMembershipNumber } from '@/lib/memberships/number'
import { BLACK_STATES } from './rules'

const text = (max: number) => z.string('required').trim().min(1, 'required').max(max, 'tooLong')

/** An exact membership number, or an address. */
const Person = text(254).transform((typed, ctx): { number?: string; email?: string } => {
  const number = typed.includes('@') ? null : parseMembershipNumber(typed)
  if (number) return { number }
  const email = normaliseEmail(typed)
  if (email) return { email }
  ctx.addIssue('invited')
  return z.NEVER
})

export const BlackInvitation = z.object({
  person: Person,
  reason: text(500),
  sponsor: text(100),
  language: z.enum(LANGUAGES),
  validUntil: CalendarDate,
})
export type BlackInvitation = z.output<typeof BlackInvitation>

export const BlackInvitationId = z.uuid()

/** `reason` is needed to decline. */
export const BlackDecision = z
  .object({
    id: BlackInvitationId,
    decision: z.enum(['approve', 'decline']),
    reason: z.string().trim().max(500, 'tooLong').default(''),
  })
  .refine(({ decision, reason }) => decision === 'approve' || reason, { path: ['reason'], error: 'required' })
export type BlackDecision = z.output<typeof BlackDecision>

export const BlackRevocation = z.object({ id: BlackInvitationId })
export const BlackEnd = z.object({ id: BlackInvitationId, reason: text(500) })

export const BlackToken = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'invalid') })

/** The list's filter; anything invalid means no filter. */
export const BlackStateFilter = z.enum(BLACK_STATES).optional().catch(undefined)
