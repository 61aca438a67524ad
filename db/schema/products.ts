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
    /** The last day; null: no end is set. Members who registered one by then keep it until their term ends. */
    qualifyingTo: date(),
    /** Where the row's facts come from, and how certain they are. */
    source: text().notNull(),
    /** Incremented on every change, so that the second of two concurrent edits is refused. */
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

/** Every normalised spelling of every product: model number, name and aliases. One spelling means one product. */
export const productSpellings = pgTable('product_spellings', {
  key: text().primaryKey(),
  productId: uuid()
    .notNull()
    .references(() => products.id, { onDelete: 'cascade' }),
})

/** One row. A trigger increments the version whenever products change, so that every process knows its copy is stale. */
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
    /** Set when an admin decided that it does not belong in the catalogue. */
    dismissedAt: instant(),
    dismissedBy: account(),
  },
  (t) => [
    check('unmatched_models_key', sql`length(${t.key}) between 2 and 60`),
    check('unmatched_models_dismissed_whole', sql`(${t.dismissedAt} is null) = (${t.dismissedBy} is null)`),
  ],
)

/** One row per member and text. `who` is a keyed hash specific to the text: it counts people without linking one's texts. */
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

/** A file an admin uploaded to preview its import. Its content never changes; its effect is recomputed at each view. */
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
