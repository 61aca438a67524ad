import { boolean, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { countries } from './programme'

/** A service centre, anywhere in the world. */
export const centres = pgTable(
  'centres',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    name: text('name').notNull(),
    city: text('city').notNull(),
    country: text('country')
      .notNull()
      .references(() => countries.code),
    open: boolean('open').notNull().default(true),
  },
  (t) => [uniqueIndex('centres_name').on(t.name)],
)
