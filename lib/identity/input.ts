import { z } from 'zod'
import { Email } from '@/lib/fields'
import { normaliseCode } from './code'
import { safePath } from './rules'

/** Where to continue after signing in; anything but one of our pages is dropped. */
export const Next = z.preprocess(safePath, z.string().optional())

export const SignIn = z.object({ email: Email, next: Next })

/** No fields: the browser's cookie names the challenge. */
export const Resend = z.object({})

export const Code = z.object({
  code: z.string('code').transform((typed, ctx) => {
    const code = normaliseCode(typed)
    if (!code) ctx.addIssue('code')
    return code ?? ''
  }),
  next: Next,
})
