import { eq } from 'drizzle-orm'
import { challenges, emailChanges } from '@/db/schema'
import { hashCode } from '@/lib/identity/code'
import { createToken, hashToken } from '@/lib/secrets'
import { textOn } from '@/lib/texts/queries/texts'
import { berlinDate } from '@/lib/time'
import { setting } from '../fixtures/test'
import type { ActionRow, Make } from './action-row'
import { never } from './cells'
import { anybody, byToken, jobs, log, noId, signedOutBefore } from './columns'
import { identity } from './member-actions'
import type { Form } from './request'

export const visitorActions: Record<string, ActionRow> = {
  'app/actions.ts#chooseLanguage': {
    make: () => ({ path: '/privacy', form: { language: 'de' } }),
    who: anybody,
    changes: ['cookie lumix-language'],
    malformed: { make: () => ({ path: '/privacy', form: { language: 'tlh' } }), cell: 'shown' },
    over: never('a language can be chosen at any time'),
    again: 'done',
    plain: true,
  },
  'app/actions.ts#signOutHere': {
    make: () => ({ path: '/privacy', form: {} }),
    who: anybody,
    changes: ['cookie lumix-session'],
    malformed: noId,
    over: signedOutBefore,
    again: 'done',
    plain: true,
  },
  'app/(public)/join/actions.ts#join': {
    make: joining(),
    who: anybody,
    changes: ['challenges', jobs, 'cookie lumix-challenge'],
    malformed: { make: joining({ terms: 'x' }), cell: 'refused' },
    over: { make: joining({ terms: crypto.randomUUID() }), cell: 'refused' },
    again: 'done',
  },
  'app/(public)/sign-in/actions.ts#askForCode': {
    make: () => ({ path: '/sign-in', form: { email: anAddress() } }),
    who: anybody,
    changes: ['challenges', jobs, 'cookie lumix-challenge'],
    malformed: { make: () => ({ path: '/sign-in', form: { email: 'nobody' } }), cell: 'refused' },
    over: never('a code can be asked for at any time'),
    again: 'done',
  },
  'app/(public)/sign-in/actions.ts#signIn': {
    make: withChallenge((code) => ({ code })),
    who: anybody,
    changes: ['challenges', 'sessions', log, 'cookie lumix-session', 'cookie lumix-challenge'],
    counts: ['challenges'],
    malformed: { make: withChallenge(() => ({ code: '        ' })), cell: 'refused' },
    over: { make: withChallenge((code) => ({ code }), { expiresAt: new Date(0) }), cell: 'refused' },
    again: 'refused',
  },
  'app/(public)/sign-in/actions.ts#sendNewCode': {
    make: (world) => withChallenge(() => ({}), { email: anAddress() })(world),
    who: anybody,
    changes: ['challenges', jobs, 'cookie lumix-challenge'],
    malformed: noId,
    over: { make: withChallenge(() => ({}), { expiresAt: new Date(0) }), cell: 'refused' },
    again: 'refused',
  },
  'app/(public)/account/email/[token]/actions.ts#confirmAddress': {
    make: confirmation(),
    who: byToken,
    changes: ['email_changes', log],
    malformed: {
      make: () => ({ path: `/account/email/${'x'.repeat(43)}`, form: { token: 'x' } }),
      cell: 'refused',
    },
    over: { make: confirmation({ expiresAt: new Date(0) }), cell: 'refused' },
    again: never('pressing twice in one mailbox says the same: now the other one'),
  },
}

function joining(more: Form = {}): Make {
  return async ({ portal }) => {
    const today = berlinDate(new Date())
    const [terms, privacy] = [
      await textOn('terms', today, portal.app),
      await textOn('privacy', today, portal.app),
    ]
    const email = `${crypto.randomUUID()}@example.com`
    const person = { ...identity, email, country: 'DE', language: 'en' }
    return { path: '/join', form: { ...person, terms: terms.id, privacy: privacy.id, ...more } }
  }
}

/** Each its own, since an address may ask for five codes in a quarter of an hour; known or not, the answer is the same. */
const anAddress = () => `asks-${crypto.randomUUID()}@example.com`

/** A sign-in of the member's under way in this browser, with the code that its mail holds. */
function withChallenge(
  form: (code: string) => Form,
  over: Partial<typeof challenges.$inferInsert> = {},
): Make {
  return async ({ portal, member }) => {
    const [token, id, code] = [createToken(), crypto.randomUUID(), 'K7QM2XHD']
    await portal.app.insert(challenges).values({
      id,
      email: member.email,
      language: 'en',
      browserHash: hashToken(token),
      codeHash: hashCode(setting('AUTH_SECRET'), id, code),
      expiresAt: new Date(Date.now() + 60_000),
      ...over,
    })
    return { path: '/sign-in/code', form: form(code), cookies: { 'lumix-challenge': token } }
  }
}

function confirmation(over: Partial<typeof emailChanges.$inferInsert> = {}): Make {
  return async ({ portal, member }) => {
    const token = createToken()
    await portal.app.delete(emailChanges).where(eq(emailChanges.accountId, member.actor.id))
    await portal.app.insert(emailChanges).values({
      accountId: member.actor.id,
      newEmail: `new-${crypto.randomUUID()}@example.com`,
      oldTokenHash: hashToken(token),
      expiresAt: new Date(Date.now() + 60_000),
      ...over,
    })
    return { path: `/account/email/${token}`, form: { token } }
  }
}
