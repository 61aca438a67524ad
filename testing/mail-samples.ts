import { ALERT_KINDS } from '@/lib/alerts/rules'
import type { Answer, Membership, Purchase } from '@/lib/mail/facts'
import type { MailFacts } from '@/lib/mail/templates'

/** One of each mail in each of its variants, with long names, for the tests and for looking at them. */
type Sample = { [K in keyof MailFacts]: { name: string; kind: K; facts: MailFacts[K] } }[keyof MailFacts]

const firstName = 'Maximiliane-Friederike'
const membership: Membership = {
  number: 'LP-7K3M9-Q2XH7',
  status: 'silver',
  startsOn: '2026-11-23',
  expiresOn: '2027-11-22',
}
const purchase: Purchase = {
  product: 'LUMIX S PRO 70-200mm F2.8 O.I.S. (S-E70200)',
  serialEnding: '4711',
  qualifying: true,
  path: '/account/products/5f0c9a52-6c36-4c5e-9d44-1f0a2b3c4d5e',
}
const answer: Answer = { reason: 'The date of purchase cannot be read.' }
const sentence = 'The lower third of the page is cut off.\nA photo of the whole page in daylight is fine.'
const path = '/sign-in/link/2f6f3f0e-8c6e-4d55-9a59-0d5a1f9d3c11/ABCDEFGH'
const change = {
  newEmail: 'maximiliane.friederike.von-und-zu-hohenstein@fotografie-hohenstein.example',
  path: '/account/email/kX3mZq8bT1s7hYw0cVn5uJr2eLp9aDf4gHi6oQtRxWy',
  expiresAt: new Date('2026-11-24T13:30:00Z'),
} as const
const invitation = {
  path: '/staff/join/kX3mZq8bT1s7hYw0cVn5uJr2eLp9aDf4gHi6oQtRxWy',
  expiresAt: new Date('2026-11-27T13:30:00Z'),
} as const

const blackLink = '/invitation/kX3mZq8bT1s7hYw0cVn5uJr2eLp9aDf4gHi6oQtRxWy'

const reset = {
  path: '/staff/admin/staff/2f6f3f0e-8c6e-4d55-9a59-0d5a1f9d3c11',
  account: 'maximiliane.friederike.von-und-zu-hohenstein@fotografie-hohenstein.example',
  asker: 'sabine.von-der-tann@panasonic.example',
  confirmer: 'otto.von-und-zu-guttenstein@panasonic.example',
  reason: 'The phone fell into the Elbe during a customer visit.',
  dueAt: new Date('2026-11-26T13:30:00Z'),
} as const

export const samples: Sample[] = [
  { name: 'sign-in', kind: 'sign-in', facts: { variant: 'signIn', firstName, code: 'ABCD-EFGH', path } },
  { name: 'sign-in-join', kind: 'sign-in', facts: { variant: 'join', code: 'ABCD-EFGH', path } },
  {
    name: 'sign-in-already-member',
    kind: 'sign-in',
    facts: { variant: 'alreadyMember', firstName, code: 'ABCD-EFGH', path },
  },
  { name: 'sign-in-no-account', kind: 'sign-in', facts: { variant: 'noAccount' } },
  { name: 'sign-in-closed', kind: 'sign-in', facts: { variant: 'closed' } },
  { name: 'welcome', kind: 'welcome', facts: { firstName, membership: { ...membership, status: 'red' } } },
  {
    name: 'purchase-verified',
    kind: 'purchase-verified',
    facts: { firstName, purchase, membership, newTerm: false },
  },
  {
    name: 'purchase-verified-risen',
    kind: 'purchase-verified',
    facts: { firstName, purchase, membership, risenTo: 'silver', newTerm: true },
  },
  {
    name: 'purchase-verified-not-qualifying',
    kind: 'purchase-verified',
    facts: { firstName, purchase: { ...purchase, qualifying: false }, membership, newTerm: false },
  },
  {
    name: 'purchase-asked',
    kind: 'purchase-asked',
    facts: { firstName, purchase, answer: { ...answer, sentence } },
  },
  {
    name: 'purchase-refused',
    kind: 'purchase-refused',
    facts: { firstName, purchase, answer, appealed: false },
  },
  {
    name: 'purchase-refused-finally',
    kind: 'purchase-refused',
    facts: { firstName, purchase, answer: { ...answer, sentence }, appealed: true },
  },
  {
    name: 'registration-ended',
    kind: 'registration-ended',
    facts: { firstName, purchase, answer, counted: { status: 'gold', expiresOn: membership.expiresOn } },
  },
  { name: 'registration-ended-same', kind: 'registration-ended', facts: { firstName, purchase, answer } },
  { name: 'email-change-old', kind: 'email-change-old', facts: { ...change, firstName } },
  { name: 'email-change-new', kind: 'email-change-new', facts: change },
  { name: 'email-changed', kind: 'email-changed', facts: { firstName, email: change.newEmail } },
  {
    name: 'correction-granted',
    kind: 'correction-decided',
    facts: { firstName, granted: { name: `${firstName} von und zu Hohenstein` } },
  },
  { name: 'correction-declined', kind: 'correction-decided', facts: { firstName } },
  ...(['app-added', 'app-removed'] as const).map(
    (change): Sample => ({
      name: `factor-${change}`,
      kind: 'factor-changed',
      facts: { change, at: new Date('2026-11-25T09:30:00Z'), path: '/staff/factors' },
    }),
  ),
  ...(['passkey-added', 'passkey-removed'] as const).map(
    (change): Sample => ({
      name: `factor-${change}`,
      kind: 'factor-changed',
      facts: {
        change,
        name: 'Google Password Manager auf dem Rechner am Annahmetresen',
        at: new Date('2026-11-25T09:30:00Z'),
        ...(change === 'passkey-added'
          ? { firstName, path: '/account/profile' }
          : { path: '/staff/factors' }),
      },
    }),
  ),
  {
    name: 'factor-sso-bound',
    kind: 'factor-changed',
    facts: { change: 'sso-bound', at: new Date('2026-11-25T09:30:00Z'), path: '/staff/factors' },
  },
  {
    name: 'staff-invitation-desk',
    kind: 'staff-invitation',
    facts: { ...invitation, role: 'desk', centre: 'Fachwerkstatt für Kameras und Objektive Alsterknick' },
  },
  { name: 'staff-invitation', kind: 'staff-invitation', facts: { ...invitation, role: 'reviewer' } },
  ...(['name-corrected', 'suspended', 'lifted', 'ended'] as const).map(
    (kind): Sample => ({
      name: `membership-${kind}`,
      kind: 'membership-changed',
      facts: {
        firstName,
        variant: kind,
        ...(kind === 'name-corrected' && { name: `${firstName} von und zu Hohenstein` }),
      },
    }),
  ),
  ...(['asked', 'confirmed', 'cancelled', 'done'] as const).flatMap((stage) =>
    [true, false].map(
      (own): Sample => ({
        name: `factor-reset-${stage}${own ? '' : '-admin'}`,
        kind: 'factor-reset',
        facts: {
          ...reset,
          stage,
          own,
          confirmer: stage === 'asked' ? undefined : reset.confirmer,
          canceller: stage === 'cancelled' ? reset.account : undefined,
          dueAt: stage === 'confirmed' ? reset.dueAt : undefined,
        },
      }),
    ),
  ),
  ...([9, 3] as const).map(
    (left): Sample => ({
      name: `recovery-code-used-${left}`,
      kind: 'recovery-codes',
      facts: { what: 'used', left },
    }),
  ),
  { name: 'recovery-codes-made', kind: 'recovery-codes', facts: { what: 'made', left: 10 } },
  {
    name: 'black-invitation',
    kind: 'black-invitation',
    facts: { firstName, sponsor: 'Sabine von der Tann', validUntil: '2026-12-31', path: blackLink },
  },
  {
    name: 'black-invitation-new',
    kind: 'black-invitation',
    facts: { sponsor: 'Sabine von der Tann', validUntil: '2026-12-31', path: blackLink },
  },
  {
    name: 'black-granted',
    kind: 'black-granted',
    facts: { firstName, membership: { ...membership, status: 'black' } },
  },
  ...(['published', 'withdrawn'] as const).map(
    (variant): Sample => ({
      name: `rules-${variant}`,
      kind: 'rules-changed',
      facts: {
        variant,
        effectiveFrom: '2027-01-01',
        by: 'maximiliane.von-und-zu-hohenstein@panasonic.example',
        reason: 'Agreed with all countries in the autumn meeting',
        tiers: [
          { status: 'red', products: 0, cameras: 0 },
          { status: 'silver', products: 4, cameras: 1 },
        ],
      },
    }),
  ),
  { name: 'status-risen', kind: 'status-risen', facts: { firstName, membership } },
  ...(['asked', 'reminded', 'late'] as const).flatMap((variant) =>
    (['desk', 'admin'] as const).map(
      (role): Sample => ({
        name: `staff-list-${variant}-${role}`,
        kind: 'staff-list',
        facts: {
          centre: 'Fachwerkstatt für Kameras und Objektive Alsterknick',
          startsOn: '2026-10-01',
          role,
          variant,
          path: '/staff/centre/confirm',
        },
      }),
    ),
  ),
  ...ALERT_KINDS.map(
    (variant): Sample => ({
      name: `alert-${variant}`,
      kind: 'alert',
      facts: {
        variant,
        centre: 'Fachwerkstatt für Kameras und Objektive Alsterknick',
        at: new Date('2026-11-24T23:30:00Z'),
        path: '/staff/admin/alerts/5f0c9a52-6c36-4c5e-9d44-1f0a2b3c4d5e',
      },
    }),
  ),
  { name: 'black-ending', kind: 'black-ending', facts: { firstName, until: membership.expiresOn } },
  ...(['published', 'withdrawn'] as const).map(
    (variant): Sample => ({
      name: `document-${variant}`,
      kind: 'document-changed',
      facts: {
        variant,
        path: '/staff/admin/programme/texts/3f0d7c52-9c58-4a37-8c35-0d9a3a1f7b10',
        kind: variant === 'published' ? 'terms' : 'privacy',
        version: '2027-01',
        effectiveFrom: '2027-01-01',
        by: 'maximiliane.von-und-zu-hohenstein@panasonic.example',
        reason: 'Agreed with the legal department in the autumn meeting',
      },
    }),
  ),
]
