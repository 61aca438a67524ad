import { z } from 'zod'
import { CHECK_PURPOSES, STATUSES } from '@/lib/lists'
import { parseMembershipNumber } from '@/lib/memberships/number'
import { isCalendarDate } from '@/lib/time'

/** How a card is identified: by its number, by its code, or by something that can be neither. */
export type CheckMethod =
  | { number: string; code?: never }
  | { code: string; number?: never }
  | { number?: never; code?: never }

/**
 * Reads what was typed or scanned: a membership number in any notation, the link in the card's code, or the code itself. Anything
 * else, such as a wrong check character, is still checked and logged, so it is no error here.
 */
export function readCard(typed: string): CheckMethod {
  const number = parseMembershipNumber(typed)
  if (number) return { number }
  const code = /(?:^|\/c\/)([A-Za-z0-9_-]{43})\/?$/.exec(typed.trim())?.[1]
  return code ? { code } : {}
}

const blank = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema.optional())

/** What a person at the desk submits: the card, the purpose, and optionally what is printed on it, to compare. */
export const Check = z.object({
  card: z.string('required').trim().min(1, 'required').max(300, 'tooLong').transform(readCard),
  purpose: z.enum(CHECK_PURPOSES, 'purpose'),
  caseNumber: optional(
    z
      .string('invalid')
      .trim()
      .max(40, 'caseNumber')
      .regex(/^[A-Za-z0-9 ./-]+$/, 'caseNumber'),
  ),
  surname: optional(z.string('invalid').max(100, 'tooLong')),
  status: optional(z.enum(STATUSES, 'invalid')),
  expiresOn: optional(z.string('date').refine(isCalendarDate, 'date')),
})
export type Check = z.output<typeof Check>
