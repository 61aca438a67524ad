import { type AnyPgColumn, bigint, timestamp, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts'
import { members } from './members'

// Columns that many tables have. Functions, not constants, because the tables they refer to are built with them too.

export function id() {
  return uuid().primaryKey().defaultRandom()
}

export function instant() {
  return timestamp({ withTimezone: true })
}

/** When a row was created; now by default. */
export function createdAt() {
  return instant().notNull().defaultNow()
}

/** The account a row belongs to, or that did something. */
export function account() {
  return uuid().references((): AnyPgColumn => accounts.id)
}

/** An integer that may exceed four bytes, such as a member's id. */
export function bigNumber() {
  return bigint({ mode: 'number' })
}

/** The member a row belongs to, and with whom it is deleted. */
export function ofMember() {
  return bigNumber()
    .notNull()
    .references((): AnyPgColumn => members.id, { onDelete: 'cascade' })
}
