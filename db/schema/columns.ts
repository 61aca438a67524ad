import { type AnyPgColumn, bigint, timestamp, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts'
import { members } from './members'

// Columns that many tables have. Functions and no constants, because the tables they refer to are made with them too.

/** A row's own id. */
export function id() {
  return uuid().primaryKey().defaultRandom()
}

/** A moment. */
export function instant() {
  return timestamp({ withTimezone: true })
}

/** When a row was made, unless told otherwise. */
export function createdAt() {
  return instant().notNull().defaultNow()
}

/** Whose account it is, or who did it. */
export function account() {
  return uuid().references((): AnyPgColumn => accounts.id)
}

/** A count that may grow beyond four bytes: a member's id. */
export function bigNumber() {
  return bigint({ mode: 'number' })
}

/** Whose row it is: it goes with the member. */
export function ofMember() {
  return bigNumber()
    .notNull()
    .references((): AnyPgColumn => members.id, { onDelete: 'cascade' })
}
