import { sql } from 'drizzle-orm'
import { boolean, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { productKind } from './enums'

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
    qualifying: boolean('qualifying').notNull(),
    /** How sure we are of the row. */
    source: text('source').notNull(),
  },
  (t) => [uniqueIndex('products_model_number').on(t.modelNumber)],
)
