import { z } from 'zod'
import { Email } from '@/lib/fields'
import { LANGUAGES, STAFF_ROLES } from '@/lib/lists'

const blank = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)

/** A role, and for the desk its service centre; for other roles a chosen centre is dropped. */
const Position = z.object({
  role: z.enum(STAFF_ROLES, 'role'),
  centre: z.preprocess(blank, z.uuid('invalid').optional()),
})

type Position = z.output<typeof Position>

function requireCentre({ role, centre }: Position, ctx: z.RefinementCtx) {
  if (role === 'desk' && !centre) ctx.addIssue({ code: 'custom', message: 'centre', path: ['centre'] })
}

const dropUnusedCentre = <T extends Position>(position: T) => ({
  ...position,
  centre: position.role === 'desk' ? position.centre : undefined,
})

/** Whom to invite to the staff, and in which role. */
export const StaffInvitation = Position.extend({ email: Email, language: z.enum(LANGUAGES, 'invalid') })
  .superRefine(requireCentre)
  .transform(dropUnusedCentre)
export type StaffInvitation = z.output<typeof StaffInvitation>

export const RoleChange = Position.extend({ id: z.uuid('invalid') })
  .superRefine(requireCentre)
  .transform(dropUnusedCentre)
export type RoleChange = z.output<typeof RoleChange>

export const StaffId = z.object({ id: z.uuid('invalid') })

/** Disabling or enabling an account, with a reason for the log. */
export const StaffDisabling = StaffId.extend({
  disabled: z.enum(['yes', 'no'], 'invalid'),
  reason: z.string('required').trim().min(1, 'required').max(200, 'tooLong'),
})
export type StaffDisabling = z.output<typeof StaffDisabling>

export const StaffInvitationToken = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'invalid') })
