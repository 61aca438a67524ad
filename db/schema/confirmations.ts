import { sql } from 'drizzle-orm'
import { check, date, pgTable, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { centres } from './centres'
import { account, id, instant } from './columns'
import { confirmationAnswer } from './enums'

/** The quarterly confirmation of a service centre's people: a list that its lead goes through. */
export const confirmations = pgTable(
  'confirmations',
  {
    id: id(),
    centreId: uuid()
      .notNull()
      .references(() => centres.id),
    /** The quarter's first day. */
    quarter: date().notNull(),
    createdAt: instant().notNull(),
    /** When the lead was reminded, and when the admins were notified that it is overdue. */
    remindedAt: instant(),
    lateAt: instant(),
  },
  (t) => [
    uniqueIndex('confirmations_centre_quarter').on(t.centreId, t.quarter),
    check('confirmations_quarter', sql`${t.quarter} = date_trunc('quarter', ${t.quarter}::timestamp)::date`),
  ],
)

/** One person on a list. Whether they still have to be confirmed depends on the account's current state. */
export const confirmationPeople = pgTable(
  'confirmation_people',
  {
    id: id(),
    confirmationId: uuid()
      .notNull()
      .references(() => confirmations.id),
    accountId: account().notNull(),
    answer: confirmationAnswer(),
    answeredBy: account(),
    answeredAt: instant(),
  },
  (t) => [
    uniqueIndex('confirmation_people_once').on(t.confirmationId, t.accountId),
    check(
      'confirmation_people_answer_whole',
      sql`num_nulls(${t.answer}, ${t.answeredBy}, ${t.answeredAt}) in (0, 3)`,
    ),
    check(
      'confirmation_people_nobody_removes_themselves',
      sql`${t.answer} is distinct from 'removed' or ${t.answeredBy} <> ${t.accountId}`,
    ),
  ],
)
