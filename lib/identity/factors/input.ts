import { z } from 'zod'
import { safePath } from '@/lib/identity/rules'

const base64url = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[A-Za-z0-9_-]+$/)

/** What a browser hands over at the end of a ceremony, as one field of a form. Everything else in it is dropped. */
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

const Made = z.object({
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

const Signed = z.object({
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
export const MadePasskey = z.object({ response: answer(Made), next: Next })
export type MadePasskey = z.output<typeof Made>

/** A passkey that was used. */
export const UsedPasskey = z.object({ response: answer(Signed), next: Next })
export type UsedPasskey = z.output<typeof Signed>

export const OnePasskey = z.object({ id: z.uuid('invalid') })

export const PasskeyName = OnePasskey.extend({
  name: z
    .string('required')
    .transform((typed) => typed.normalize('NFC').trim().replace(/\s+/g, ' '))
    .pipe(z.string().min(1, 'required').max(60, 'tooLong')),
})
export type PasskeyName = z.output<typeof PasskeyName>
