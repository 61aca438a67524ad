import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts'
import { bigNumber, createdAt, id, instant } from './columns'
import { mailState } from './enums'

/** One row per worker, updated while it runs; /readyz reads it. */
export const workerHeartbeats = pgTable('worker_heartbeats', {
  name: text().primaryKey(),
  at: instant().notNull(),
})

/** The table of rate-limiter-flexible. */
export const rateLimits = pgTable('rate_limits', {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  expire: bigNumber(),
})

/** That a mail was sent, not what it said. Sign-in mails leave no row. */
export const mails = pgTable(
  'mails',
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    template: text().notNull(),
    /** Ids of what it is about; the worker reads the rest when it renders the mail. */
    about: jsonb().$type<Record<string, string>>().notNull(),
    state: mailState().notNull().default('queued'),
    createdAt: createdAt(),
    sentAt: instant(),
  },
  (t) => [
    index('mails_account').on(t.accountId, t.createdAt),
    index('mails_failed').on(t.createdAt, t.id).where(sql`state = 'failed'`),
    check('mails_sent', sql`(${t.state} = 'sent') = (${t.sentAt} is not null)`),
  ],
)
