import { z } from 'zod'
import { safePath } from '@/lib/identity/rules'

const base64url = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[A-Za-z0-9_-]+$/)

/** The browser's response at the end of a ceremony, as one field of a form. Unknown properties are dropped. */
const answer = <T extends z.ZodType>(schema: T) =>
  z
    .string('invalid')
    .max(20_000, 'invalid')
    .transform((text, ctx) => {
      try {
        return JSON.parse(text)
      } catch {
        ctx.addIssue('invalid')
        return z.NEVER
      }
    })
    .pipe(schema)

const credential = { id: base64url(1500), rawId: base64url(1500), type: z.literal('public-key') }

const Created = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(4000),
    attestationObject: base64url(12_000),
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .optional(),
  }),
  clientExtensionResults: z.object({}).default({}),
})

const Assertion = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(4000),
    authenticatorData: base64url(4000),
    signature: base64url(2000),
    userHandle: base64url(200).optional(),
  }),
  clientExtensionResults: z.object({}).default({}),
})

const Next = z.preprocess(safePath, z.string().optional())

/** A new passkey. */
export const MadePasskey = z.object({ response: answer(Created), next: Next })
export type MadePasskey = z.output<typeof Created>

/** A passkey that was used. */
export const UsedPasskey = z.object({ response: answer(Assertion), next: Next })
export type UsedPasskey = z.output<typeof Assertion>

export const OnePasskey = z.object({ id: z.uuid('invalid') })

export const PasskeyName = OnePasskey.extend({
  name: z
    .string('required')
    .transform((typed) => typed.normalize('NFC').trim().replace(/\s+/g, ' '))
    .pipe(z.string().min(1, 'required').max(60, 'tooLong')),
})
export type PasskeyName = z.output<typeof PasskeyName>
