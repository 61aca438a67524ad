import { alert } from '@/lib/alerts/mails'
import { blackEnding, blackGranted, blackInvitation } from '@/lib/black/mails'
import { confirmation } from '@/lib/confirmations/mails'
import { factorChanged } from '@/lib/identity/mails/factor-changed'
import { factorReset } from '@/lib/identity/mails/factor-reset'
import { recoveryCodes } from '@/lib/identity/mails/recovery-codes'
import { signIn } from '@/lib/identity/mails/sign-in'
import { welcome } from '@/lib/joining/mails'
import { ALERT_KINDS, type Language } from '@/lib/lists'
import type { Template } from '@/lib/mail/mail'
import { write } from '@/lib/mail/render'
import { membershipChanged } from '@/lib/members/mails'
import type { MembershipFacts } from '@/lib/memberships/mails'
import { statusRisen } from '@/lib/memberships/mails'
import { emailChangeNew, emailChangeOld } from '@/lib/profile/mails/email-change'
import { emailChanged } from '@/lib/profile/mails/email-changed'
import { correctionDecided } from '@/lib/reviews/mails/correction-decided'
import type { Answer, Purchase } from '@/lib/reviews/mails/purchase'
import { purchaseAsked } from '@/lib/reviews/mails/purchase-asked'
import { purchaseRefused } from '@/lib/reviews/mails/purchase-refused'
import { purchaseVerified } from '@/lib/reviews/mails/purchase-verified'
import { registrationEnded } from '@/lib/reviews/mails/registration-ended'
import { staffInvitation } from '@/lib/staff/mails'
import { statusRulesChanged } from '@/lib/status-rules/mails'
import { textChanged } from '@/lib/texts/mails'

/** Every mail in each of its variants, with long names, for the tests and for looking at them. */
const sample = <F>(name: string, template: Template<F>, facts: F) => ({
  name,
  facts: facts as object,
  write: (language: Language) => write(template, language, facts),
})

const firstName = 'Maximiliane-Friederike'
const membership: MembershipFacts = {
  number: 'LP-7K3M9-Q2XH7',
  status: 'silver',
  startsOn: '2026-11-23',
  expiresOn: '2027-11-22',
}
const purchase: Purchase = {
  product: 'LUMIX S PRO 70-200mm F2.8 O.I.S. (S-E70200)',
  serialEnding: '4711',
  qualifying: true,
  path: '/account/registrations/5f0c9a52-6c36-4c5e-9d44-1f0a2b3c4d5e',
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
  path: '/staff/invitation/kX3mZq8bT1s7hYw0cVn5uJr2eLp9aDf4gHi6oQtRxWy',
  expiresAt: new Date('2026-11-27T13:30:00Z'),
} as const

const blackLink = '/black/kX3mZq8bT1s7hYw0cVn5uJr2eLp9aDf4gHi6oQtRxWy'

const reset = {
  path: '/staff/admin/staff/2f6f3f0e-8c6e-4d55-9a59-0d5a1f9d3c11',
  account: 'maximiliane.friederike.von-und-zu-hohenstein@fotografie-hohenstein.example',
  asker: 'sabine.von-der-tann@panasonic.example',
  confirmer: 'otto.von-und-zu-guttenstein@panasonic.example',
  reason: 'The phone fell into the Elbe during a customer visit.',
  dueAt: new Date('2026-11-26T13:30:00Z'),
} as const

export const samples = [
  sample('sign-in', signIn, { variant: 'signIn', firstName, code: 'ABCD-EFGH', path }),
  sample('sign-in-join', signIn, { variant: 'join', code: 'ABCD-EFGH', path }),
  sample('sign-in-already-member', signIn, { variant: 'alreadyMember', firstName, code: 'ABCD-EFGH', path }),
  sample('sign-in-no-account', signIn, { variant: 'noAccount' }),
  sample('sign-in-closed', signIn, { variant: 'closed' }),
  sample('welcome', welcome, { firstName, membership: { ...membership, status: 'red' } }),
  sample('purchase-verified', purchaseVerified, { firstName, purchase, membership, newTerm: false }),
  sample('purchase-verified-risen', purchaseVerified, {
    firstName,
    purchase,
    membership,
    risenTo: 'silver',
    newTerm: true,
  }),
  sample('purchase-verified-not-qualifying', purchaseVerified, {
    firstName,
    purchase: { ...purchase, qualifying: false },
    membership,
    newTerm: false,
  }),
  sample('purchase-asked', purchaseAsked, { firstName, purchase, answer: { ...answer, sentence } }),
  sample('purchase-refused', purchaseRefused, { firstName, purchase, answer, appealed: false }),
  sample('purchase-refused-finally', purchaseRefused, {
    firstName,
    purchase,
    answer: { ...answer, sentence },
    appealed: true,
  }),
  sample('registration-ended', registrationEnded, {
    firstName,
    purchase,
    answer,
    counted: { status: 'gold', expiresOn: membership.expiresOn },
  }),
  sample('registration-ended-same', registrationEnded, { firstName, purchase, answer }),
  sample('email-change-old', emailChangeOld, { ...change, firstName }),
  sample('email-change-new', emailChangeNew, change),
  sample('email-changed', emailChanged, { firstName, email: change.newEmail }),
  sample('correction-granted', correctionDecided, {
    firstName,
    granted: { name: `${firstName} von und zu Hohenstein` },
  }),
  sample('correction-declined', correctionDecided, { firstName }),
  ...(['app-added', 'app-removed'] as const).map((change) =>
    sample(`factor-${change}`, factorChanged, {
      change,
      at: new Date('2026-11-25T09:30:00Z'),
      path: '/staff/factors',
    }),
  ),
  ...(['passkey-added', 'passkey-removed'] as const).map((change) =>
    sample(`factor-${change}`, factorChanged, {
      change,
      name: 'Google Password Manager auf dem Rechner am Annahmetresen',
      at: new Date('2026-11-25T09:30:00Z'),
      ...(change === 'passkey-added' ? { firstName, path: '/account/profile' } : { path: '/staff/factors' }),
    }),
  ),
  sample('factor-sso-bound', factorChanged, {
    change: 'sso-bound',
    at: new Date('2026-11-25T09:30:00Z'),
    path: '/staff/factors',
  }),
  sample('staff-invitation-desk', staffInvitation, {
    ...invitation,
    role: 'desk',
    centre: 'Fachwerkstatt für Kameras und Objektive Alsterknick',
  }),
  sample('staff-invitation', staffInvitation, { ...invitation, role: 'reviewer' }),
  ...(['name-corrected', 'suspended', 'lifted', 'ended'] as const).map((kind) =>
    sample(`membership-${kind}`, membershipChanged, {
      firstName,
      variant: kind,
      ...(kind === 'name-corrected' && { name: `${firstName} von und zu Hohenstein` }),
    }),
  ),
  ...(['asked', 'confirmed', 'cancelled', 'done'] as const).flatMap((stage) =>
    [true, false].map((own) =>
      sample(`factor-reset-${stage}${own ? '' : '-admin'}`, factorReset, {
        ...reset,
        stage,
        own,
        confirmer: stage === 'asked' ? undefined : reset.confirmer,
        canceller: stage === 'cancelled' ? reset.account : undefined,
        dueAt: stage === 'confirmed' ? reset.dueAt : undefined,
      }),
    ),
  ),
  ...([9, 3] as const).map((left) =>
    sample(`recovery-code-used-${left}`, recoveryCodes, { what: 'used', left }),
  ),
  sample('recovery-codes-made', recoveryCodes, { what: 'made', left: 10 }),
  sample('black-invitation', blackInvitation, {
    firstName,
    sponsor: 'Sabine von der Tann',
    validUntil: '2026-12-31',
    path: blackLink,
  }),
  sample('black-invitation-new', blackInvitation, {
    sponsor: 'Sabine von der Tann',
    validUntil: '2026-12-31',
    path: blackLink,
  }),
  sample('black-granted', blackGranted, { firstName, membership: { ...membership, status: 'black' } }),
  ...(['published', 'withdrawn'] as const).map((variant) =>
    sample(`rules-${variant}`, statusRulesChanged, {
      variant,
      effectiveFrom: '2027-01-01',
      by: 'maximiliane.von-und-zu-hohenstein@panasonic.example',
      reason: 'Agreed with all countries in the autumn meeting',
      tiers: [
        { status: 'red', products: 0, cameras: 0 },
        { status: 'silver', products: 4, cameras: 1 },
      ],
    }),
  ),
  sample('status-risen', statusRisen, { firstName, membership }),
  ...(['asked', 'reminded', 'late'] as const).flatMap((variant) =>
    (['desk', 'admin'] as const).map((role) =>
      sample(`staff-list-${variant}-${role}`, confirmation, {
        centre: 'Fachwerkstatt für Kameras und Objektive Alsterknick',
        startsOn: '2026-10-01',
        role,
        variant,
        path: '/staff/lead/confirmation',
      }),
    ),
  ),
  ...ALERT_KINDS.map((variant) =>
    sample(`alert-${variant}`, alert, {
      variant,
      centre: 'Fachwerkstatt für Kameras und Objektive Alsterknick',
      at: new Date('2026-11-24T23:30:00Z'),
      path: '/staff/admin/alerts/5f0c9a52-6c36-4c5e-9d44-1f0a2b3c4d5e',
    }),
  ),
  sample('black-ending', blackEnding, { firstName, until: membership.expiresOn }),
  ...(['published', 'withdrawn'] as const).map((variant) =>
    sample(`document-${variant}`, textChanged, {
      variant,
      path: '/staff/admin/programme/texts/3f0d7c52-9c58-4a37-8c35-0d9a3a1f7b10',
      kind: variant === 'published' ? 'terms' : 'privacy',
      version: '2027-01',
      effectiveFrom: '2027-01-01',
      by: 'maximiliane.von-und-zu-hohenstein@panasonic.example',
      reason: 'Agreed with the legal department in the autumn meeting',
    }),
  ),
]
