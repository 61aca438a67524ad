import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { account, bigNumber, id, instant } from './columns'
import { productKind } from './enums'

export const products = pgTable(
  'products',
  {
    id: id(),
    modelNumber: text().notNull(),
    name: text().notNull(),
    kind: productKind().notNull(),
    mount: text().notNull(),
    /** Regional names and numbers of the same product. */
    aliases: text().array().notNull().default(sql`'{}'`),
    /** The first day on which the model counts; null: it never does. */
    qualifyingFrom: date(),
    /** The last day; null: no end is set. Who registered one by then keeps it until their term ends. */
    qualifyingTo: date(),
    /** How sure we are of the row. */
    source: text().notNull(),
    /** Rises with every change, so that the second of two who edit at once is told. */
    version: integer().notNull().default(1),
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
  key: text().primaryKey(),
  productId: uuid()
    .notNull()
    .references(() => products.id, { onDelete: 'cascade' }),
})

/** One row. A trigger raises the version whenever products change, so that every process knows what it holds is old. */
export const catalogueState = pgTable(
  'catalogue_state',
  {
    one: boolean().primaryKey().default(true),
    version: bigNumber().notNull().default(1),
  },
  (t) => [check('catalogue_state_one', sql`${t.one}`)],
)

/** What members typed as a model and the catalogue did not know. */
export const unmatchedModels = pgTable(
  'unmatched_models',
  {
    key: text().primaryKey(),
    /** An admin looked at it: it is nothing for the catalogue. */
    dismissedAt: instant(),
    dismissedBy: account(),
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
    key: text()
      .notNull()
      .references(() => unmatchedModels.key, { onDelete: 'cascade' }),
    who: text().notNull(),
    spelling: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ name: 'unmatched_typings_pkey', columns: [t.key, t.who] }),
    check('unmatched_typings_who_is_hashed', sql`${t.who} ~ '^[0-9a-f]{32}$'`),
    check('unmatched_typings_spelling', sql`length(${t.spelling}) between 2 and 60`),
  ],
)

/** A file an admin sent in to look at before it is imported. Its text never changes; what it would do is computed again. */
export const catalogueImports = pgTable(
  'catalogue_imports',
  {
    id: id(),
    content: text().notNull(),
    sha256: text().notNull(),
    by: account().notNull(),
    at: instant().notNull(),
    appliedAt: instant(),
  },
  (t) => [
    check('catalogue_imports_size', sql`octet_length(${t.content}) <= 1048576`),
    check('catalogue_imports_sha256', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
  ],
)
