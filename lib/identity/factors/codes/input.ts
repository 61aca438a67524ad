import { z } from 'zod'
import { normaliseCode } from '@/lib/identity/code'
import { NextPage } from '../app/input'

/** A recovery code typed from paper: case, spaces, hyphens, O for 0 and I or L for 1 are tolerated. */
export const RecoveryCode = NextPage.extend({
  code: z.string('recoveryCode').transform(normaliseCode).pipe(z.string().min(1, 'recoveryCode')),
})
