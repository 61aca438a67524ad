import { z } from 'zod'
import { PersonName } from '@/lib/auth/input'

/** Why an admin does it, for the record of the member. */
const Reason = z.string('required').trim().min(1, 'required').max(500, 'tooLong')
const number = z.string()

export const NameCorrection = z.object({ number, firstName: PersonName, surname: PersonName, reason: Reason })
export type NameCorrection = z.output<typeof NameCorrection>

export const STANDING_ACTS = ['suspend', 'lift', 'end'] as const
export type StandingAct = (typeof STANDING_ACTS)[number]

export const StandingChange = z.object({ act: z.enum(STANDING_ACTS), number, reason: Reason })
export type StandingChange = z.output<typeof StandingChange>

export const MailAgain = z.object({ number, mail: z.uuid() })
export type MailAgain = z.output<typeof MailAgain>
