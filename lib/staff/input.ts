import { z } from 'zod'
import { Email } from '@/lib/fields'
import { LANGUAGES, STAFF_ROLES } from '@/lib/lists'

const blank = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)

/** A role, and for the desk the service centre; for other roles a centre that was chosen is dropped. */
const Post = z.object({
  role: z.enum(STAFF_ROLES, 'role'),
  centre: z.preprocess(blank, z.uuid('invalid').optional()),
})

type Post = z.output<typeof Post>

function needCentre({ role, centre }: Post, ctx: z.RefinementCtx) {
  if (role === 'desk' && !centre) ctx.addIssue({ code: 'custom', message: 'centre', path: ['centre'] })
}

const atDeskOnly = <T extends Post>(post: T) => ({
  ...post,
  centre: post.role === 'desk' ? post.centre : undefined,
})

/** Who is to join the staff, as what. */
export const StaffInvitation = Post.extend({ email: Email, language: z.enum(LANGUAGES, 'invalid') })
  .superRefine(needCentre)
  .transform(atDeskOnly)
export type StaffInvitation = z.output<typeof StaffInvitation>

export const RoleChange = Post.extend({ id: z.uuid('invalid') })
  .superRefine(needCentre)
  .transform(atDeskOnly)
export type RoleChange = z.output<typeof RoleChange>

export const StaffId = z.object({ id: z.uuid('invalid') })

/** Why an account is disabled or enabled again; the log keeps it. */
export const StaffDisabling = StaffId.extend({
  disabled: z.enum(['yes', 'no'], 'invalid'),
  reason: z.string('required').trim().min(1, 'required').max(200, 'tooLong'),
})
export type StaffDisabling = z.output<typeof StaffDisabling>

export const StaffInvitationToken = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'invalid') })
