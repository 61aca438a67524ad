import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { reasonKind } from './enums'
import type { Texts } from './texts'

/**
 * Why a reviewer asks again, refuses or ends, in words for the member. Decisions point to what was said, so words that were
 * used never change: other words are another row, which `replaces` this one.
 */
export const reasons = pgTable(
  'reasons',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    /** By what the seed knows its own again. */
    key: text('key').notNull().default(sql`gen_random_uuid()::text`),
    kind: reasonKind('kind').notNull(),
    /** What becomes of a registration that is ended with it. */
    ending: text('ending').$type<'sold' | 'refused'>(),
    texts: jsonb('texts').$type<Texts>().notNull(),
    position: integer('position').notNull(),
    /** Since when no reviewer can choose it any more. */
    retiredAt: timestamp('retired_at', { withTimezone: true }),
    replaces: uuid('replaces').references((): AnyPgColumn => reasons.id),
  },
  (t) => [
    uniqueIndex('reasons_key').on(t.key),
    uniqueIndex('reasons_replaces').on(t.replaces),
    check(
      'reasons_texts',
      sql`coalesce(length(trim(${t.texts} ->> 'en')), 0) between 1 and 600 and coalesce(length(trim(${t.texts} ->> 'de')), 0) between 1 and 600`,
    ),
    check(
      'reasons_ending',
      sql`case when ${t.kind} = 'end' then coalesce(${t.ending} in ('sold', 'refused'), false) else ${t.ending} is null end`,
    ),
  ],
)
