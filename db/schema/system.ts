import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts'
import { mailState } from './enums'

const instant = (name: string) => timestamp(name, { withTimezone: true })

/** One row a worker, renewed while it lives; /readyz reads it. */
export const workerHeartbeats = pgTable('worker_heartbeats', {
  name: text('name').primaryKey(),
  at: instant('at').notNull(),
})

/** The table of rate-limiter-flexible. */
export const rateLimits = pgTable('rate_limits', {
  key: text('key').primaryKey(),
  points: integer('points').notNull().default(0),
  expire: bigint('expire', { mode: 'number' }),
})

/** That a mail was sent, not what it said. Sign-in mails leave no row. */
export const mails = pgTable(
  'mails',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    template: text('template').notNull(),
    /** Ids of what it is about; the worker reads the rest when it writes the mail. */
    about: jsonb('about').$type<Record<string, string>>().notNull(),
    state: mailState('state').notNull().default('queued'),
    createdAt: instant('created_at').notNull().defaultNow(),
    sentAt: instant('sent_at'),
  },
  (t) => [
    index('mails_account').on(t.accountId, t.createdAt),
    index('mails_failed').on(t.createdAt, t.id).where(sql`state = 'failed'`),
    check('mails_sent', sql`(${t.state} = 'sent') = (${t.sentAt} is not null)`),
  ],
)
