import { z } from 'zod'
import { Email } from '@/lib/fields'
import { normaliseCode } from './code'
import { safePath } from './rules'

/** Where to go on to after signing in; what is no page of ours is forgotten. */
export const Next = z.preprocess(safePath, z.string().optional())

export const SignIn = z.object({ email: Email, next: Next })

/** Nothing is asked: the browser's cookie says which challenge. */
export const Resend = z.object({})

export const Code = z.object({
  code: z.string('code').transform((typed, ctx) => {
    const code = normaliseCode(typed)
    if (!code) ctx.addIssue('code')
    return code ?? ''
  }),
  next: Next,
})
