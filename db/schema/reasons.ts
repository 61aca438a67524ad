import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { ENDINGS } from '../../lib/lists'
import { id, instant } from './columns'
import { reasonKind } from './enums'
import { oneOf } from './one-of'
import type { Translated } from './translated'

/**
 * Why a reviewer asks again, refuses or ends, worded for the member. Decisions refer to them, so the words of a used reason
 * never change: new words are a new row, which `replaces` this one.
 */
export const reasons = pgTable(
  'reasons',
  {
    id: id(),
    /** Identifies the seeded reasons. */
    key: text().notNull().default(sql`gen_random_uuid()::text`),
    kind: reasonKind().notNull(),
    /** The resulting state of a registration that is ended with it. */
    ending: text({ enum: ENDINGS }),
    texts: jsonb().$type<Translated>().notNull(),
    position: integer().notNull(),
    /** Since when reviewers can no longer choose it. */
    retiredAt: instant(),
    replaces: uuid().references((): AnyPgColumn => reasons.id),
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
      sql`case when ${t.kind} = 'end' then coalesce(${oneOf(t.ending, ENDINGS)}, false) else ${t.ending} is null end`,
    ),
  ],
)
