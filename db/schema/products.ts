import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { accounts } from './accounts'
import { productKind } from './enums'

const instant = (name: string) => timestamp(name, { withTimezone: true })

export const products = pgTable(
  'products',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    modelNumber: text('model_number').notNull(),
    name: text('name').notNull(),
    kind: productKind('kind').notNull(),
    mount: text('mount').notNull(),
    /** Regional names and numbers of the same product. */
    aliases: text('aliases').array().notNull().default(sql`'{}'`),
    /** The first day on which the model counts; null: it never does. */
    qualifyingFrom: date('qualifying_from'),
    /** The last day; null: no end is set. Who registered one by then keeps it until their term ends. */
    qualifyingTo: date('qualifying_to'),
    /** How sure we are of the row. */
    source: text('source').notNull(),
    /** Rises with every change, so that the second of two who edit at once is told. */
    version: integer('version').notNull().default(1),
  },
  (t) => [
    uniqueIndex('products_model_number').on(t.modelNumber),
    check(
      'products_qualifying_dates',
      sql`${t.qualifyingTo} is null or coalesce(${t.qualifyingTo} >= ${t.qualifyingFrom}, false)`,
    ),
  ],
)

/** Every spelling of every product as it is compared: model number, name and aliases. One spelling means one product. */
export const productSpellings = pgTable('product_spellings', {
  key: text('key').primaryKey(),
  productId: uuid('product_id')
    .notNull()
    .references(() => products.id, { onDelete: 'cascade' }),
})

/** One row. A trigger raises the version whenever products change, so that every process knows what it holds is old. */
export const catalogueState = pgTable(
  'catalogue_state',
  {
    one: boolean('one').primaryKey().default(true),
    version: bigint('version', { mode: 'number' }).notNull().default(1),
  },
  (t) => [check('catalogue_state_one', sql`${t.one}`)],
)

/** What members typed as a model and the catalogue did not know. */
export const unmatchedModels = pgTable(
  'unmatched_models',
  {
    key: text('key').primaryKey(),
    /** An admin looked at it: it is nothing for the catalogue. */
    dismissedAt: instant('dismissed_at'),
    dismissedBy: uuid('dismissed_by').references(() => accounts.id),
  },
  (t) => [
    check('unmatched_models_key', sql`length(${t.key}) between 2 and 60`),
    check('unmatched_models_dismissed_whole', sql`(${t.dismissedAt} is null) = (${t.dismissedBy} is null)`),
  ],
)

/** One member, one text. `who` is a keyed hash for this text alone: it counts people, and links no two texts of one. */
export const unmatchedTypings = pgTable(
  'unmatched_typings',
  {
    key: text('key')
      .notNull()
      .references(() => unmatchedModels.key, { onDelete: 'cascade' }),
    who: text('who').notNull(),
    spelling: text('spelling').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'unmatched_typings_pkey', columns: [t.key, t.who] }),
    check('unmatched_typings_who_is_hashed', sql`${t.who} ~ '^[0-9a-f]{32}$'`),
    check('unmatched_typings_spelling', sql`length(${t.spelling}) between 2 and 60`),
  ],
)

/** A file an admin sent in to look at before it is imported. Its text never changes; what it would do is reckoned anew. */
export const catalogueImports = pgTable(
  'catalogue_imports',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    content: text('content').notNull(),
    sha256: text('sha256').notNull(),
    by: uuid('by')
      .notNull()
      .references(() => accounts.id),
    at: instant('at').notNull(),
    appliedAt: instant('applied_at'),
  },
  (t) => [
    check('catalogue_imports_size', sql`octet_length(${t.content}) <= 1048576`),
    check('catalogue_imports_sha256', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
  ],
)
