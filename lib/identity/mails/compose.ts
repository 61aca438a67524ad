import { and, count, eq, isNull } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { accounts, recoveryCodes as codes } from '@/db/schema'
import { paths, staffAccountPath } from '@/lib/addresses'
import { findFactorReset } from '@/lib/identity/factors/resets/queries'
import type { Mails } from '@/lib/mail/mail'
import { write } from '@/lib/mail/render'
import { factorChanged } from './factor-changed'
import { factorReset } from './factor-reset'
import { recoveryCodes } from './recovery-codes'

export const identityMails: Mails<'factor-changed' | 'factor-reset' | 'recovery-codes'> = {
  'factor-changed': (_, { about, language, role, firstName }) => {
    const { at, ...change } = about
    const path = role === 'member' ? paths.profile : paths.factors
    const facts = { ...change, at: new Date(at), firstName: firstName ?? undefined, path }
    return write(factorChanged, language, facts)
  },
  'factor-reset': async (on, { about, language, to }) => {
    const { reset: id, stage } = about
    const reset = await findFactorReset(id, on)
    if (!reset) return null
    const { person, asker, confirmer, canceller, reason, dueAt } = reset
    return write(factorReset, language, {
      stage,
      own: person.email === to,
      path: staffAccountPath(person.id),
      account: person.email,
      asker: asker.email,
      confirmer: confirmer ?? undefined,
      canceller: canceller ?? undefined,
      reason: reason ?? undefined,
      dueAt: dueAt ?? undefined,
    })
  },
  'recovery-codes': async (on, { about, language, to }) => {
    const { what } = about
    return write(recoveryCodes, language, { what, left: await countCodesLeft(on, to) })
  },
}

/** Returns how many unused recovery codes the account with this address has. */
async function countCodesLeft(on: Database, email: string) {
  const [row] = await on
    .select({ left: count(codes.accountId) })
    .from(codes)
    .innerJoin(accounts, eq(accounts.id, codes.accountId))
    .where(and(eq(accounts.email, email), isNull(codes.usedAt)))
  return row?.left ?? 0
}
