import { z } from 'zod'
import { safePath } from '@/lib/identity/rules'

/** Where to continue afterwards. */
export const GoOn = z.object({ next: z.preprocess(safePath, z.string().optional()) })

const word = z.string().max(200)
/** A list, or a single word from a provider that sends only one; anything else proves nothing. */
const list = z
  .preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(word).max(50))
  .catch([])

/** The claims read from an ID token, whose issuer, audience, nonce and age next-auth has checked. */
export const IdToken = z
  .object({
    iss: z.string().min(1),
    sub: z.string().min(1).max(255),
    amr: list,
    acr: list,
    acrs: list,
    auth_time: z.number().int().positive().optional().catch(undefined),
  })
  .transform(({ acr, acrs, ...claims }) => ({ ...claims, acr: [...acr, ...acrs] }))
