import { z } from 'zod'
import { safePath } from '@/lib/identity/rules'

/** Where to continue afterwards, if it is one of our paths. */
export const NextPage = z.object({ next: z.preprocess(safePath, z.string().optional()) })

/** The six digits of an app, which may be typed in two groups. */
export const AppCode = NextPage.extend({
  code: z
    .string('appCode')
    .max(40, 'appCode')
    .transform((typed) => typed.normalize('NFKC').replace(/[\s\p{Cf}\p{Pd}]/gu, ''))
    .pipe(z.string().regex(/^[0-9]{6}$/, 'appCode')),
})
