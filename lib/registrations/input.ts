import { z } from 'zod'
import { isCalendarDate } from '@/lib/time'
import { serialKey } from './rules'

/** Products that fit on one list, and so on one invoice. */
export const MAX_LINES = 20

/** Before LUMIX there was nothing to buy: an older purchase date is a typing error. */
export const FIRST_DAY = '2001-01-01'

const MAX_TEXT_LENGTH = 200

/** Typed text, truncated and without characters that the database can't store. */
const DraftText = z
  .string()
  .catch('')
  .transform((typed) => typed.replaceAll('\0', '').slice(0, MAX_TEXT_LENGTH).toWellFormed())

const DraftTextLine = z.object({
  model: DraftText,
  productId: z.uuid().optional().catch(undefined),
  serial: DraftText,
  purchasedOn: DraftText,
  dealer: DraftText,
})

/**
 * The list as its form sends it: `lines.0.model`, `lines.0.serial` …, and the intent of the pressed button. Nothing in it has to
 * be valid, because it is stored as typed.
 */
export const TypedList = z.preprocess(
  groupLines,
  z.object({
    intent: z
      .string()
      .regex(/^(next|add|save|remove\.\d{1,3})$/)
      .catch('save'),
    lines: z.array(DraftTextLine).transform((lines) => lines.slice(0, MAX_LINES)),
    /** The line numbers in the field names, so that a problem can be mapped to its field. */
    places: z.array(z.number()),
  }),
)

const day = (today: string) =>
  z
    .string()
    .refine(isCalendarDate, { error: 'date', abort: true })
    .refine((date) => date <= today, { error: 'dateInFuture', abort: true })
    .refine((date) => date >= FIRST_DAY, { error: 'dateTooEarly' })

/**
 * One line that can be registered, except for its model, which the catalogue validates. Messages are keys of `products.problems`.
 */
export const readyLine = (today: string) =>
  z.object({
    serial: z
      .string()
      .trim()
      .min(1, { error: 'serialMissing', abort: true })
      .refine((typed) => serialKey(typed) !== '', { error: 'serialMissing', abort: true })
      .refine((typed) => serialKey(typed).length <= 40, { error: 'serialTooLong' }),
    purchasedOn: z.string().min(1, { error: 'dateMissing', abort: true }).pipe(day(today)),
    dealer: z.string().trim().min(1, 'dealerMissing').max(100, 'dealerTooLong'),
  })

/** The input of the last page: the warnings the member has seen. */
export const Confirmation = z.object({
  seen: z.preprocess(asList, z.array(z.string().max(200)).max(4 * MAX_LINES)).default([]),
})

const RegistrationId = z.uuid('invalid')

/** Whether an id is well-formed. A malformed one never reaches the database. */
export const isRegistrationId = (id: string) => RegistrationId.safeParse(id).success

export const RegistrationWithdrawal = z.object({ id: z.string() })

/** An appeal, with the member's reason. */
export const Appeal = z.object({
  id: z.string(),
  note: z
    .string()
    .transform((typed) => typed.replaceAll('\0', '').trim())
    .pipe(z.string().min(1, 'required').max(500, 'tooLong')),
})

/** `{ 'lines.4.model': 'S5' }` becomes `{ lines: [{ model: 'S5' }] }`, in the order of the numbers. */
function groupLines(form: unknown) {
  const lines = new Map<number, Record<string, unknown>>()
  const rest: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(form ?? {})) {
    const [, place, field] = /^lines\.(\d{1,3})\.(\w+)$/.exec(name) ?? []
    if (!place || !field) rest[name] = value
    else lines.set(Number(place), { ...lines.get(Number(place)), [field]: value })
  }
  const places = [...lines.keys()].sort((a, b) => a - b)
  return { ...rest, places, lines: places.map((place) => lines.get(place)) }
}

function asList(value: unknown) {
  return value === undefined ? [] : [value].flat()
}
