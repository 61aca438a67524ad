import 'server-only'
import type { Database } from '@/db/client'
import { berlinDate } from '@/lib/time'
import { findReset } from '@/lib/identity/factors/reset/queries'
import {
  countCodesLeft,
  type Decision,
  findAct,
  findAlert,
  findChanges,
  findCorrection,
  findDecision,
  findDocumentChange,
  findMembership,
  findRuleChange,
  findStaffList,
  type Recipient,
} from '@/lib/mail/queries'
import type { About, Template } from '@/lib/mail/queue'
import { type Written, write } from '@/lib/mail/render'

/** Reads what a queued mail tells, as it is at `at`, and writes it. Null when what it was about is gone. */
export async function compose(on: Database, mail: Recipient, at: Date): Promise<Written | null> {
  if (!(mail.template in letters)) return null
  return letters[mail.template](on, mail, at)
}

type Compose = (on: Database, mail: Recipient, at: Date) => Promise<Written | null>

const letters: Record<Template, Compose> = {
  welcome: async (on, mail, at) => {
    const person = await findPerson(on, mail, at)
    return person && write('welcome', mail.language, person)
  },
  'purchase-verified': async (on, mail, at) => {
    const found = await findDecided(on, mail, at)
    if (!found) return null
    const { person, decision, memberId } = found
    const changes = await findChanges(on, memberId, decision.at)
    return write('purchase-verified', mail.language, { ...person, purchase: purchase(decision), ...changes })
  },
  'purchase-asked': async (on, mail, at) => {
    const found = await findDecided(on, mail, at)
    return found && write('purchase-asked', mail.language, told(found, mail))
  },
  'purchase-refused': async (on, mail, at) => {
    const found = await findDecided(on, mail, at)
    if (!found) return null
    const { appealedAt, at: decidedAt } = found.decision
    const appealed = appealedAt !== null && appealedAt <= decidedAt
    return write('purchase-refused', mail.language, { ...told(found, mail), appealed })
  },
  'registration-ended': async (on, mail, at) => {
    const found = await findDecided(on, mail, at)
    return (
      found &&
      write('registration-ended', mail.language, { ...told(found, mail), counted: counted(found, at) })
    )
  },
  'email-changed': (_, { language, to, firstName }) =>
    write('email-changed', language, { email: to, firstName: firstName ?? undefined }),
  'correction-decided': async (on, { about, language, memberId, firstName, surname }) => {
    const { correction: id } = about as About['correction-decided']
    const correction = memberId && (await findCorrection(on, id, memberId))
    if (!correction || !firstName) return null
    const granted = correction.granted === 'yes' ? { name: `${firstName} ${surname}` } : undefined
    return write('correction-decided', language, { firstName, granted })
  },
  'factor-changed': (_, { about, language, role, firstName }) => {
    const { at, ...told } = about as About['factor-changed']
    const path = role === 'member' ? '/account/profile' : '/staff/factors'
    const greeted = firstName ?? undefined
    return write('factor-changed', language, { ...told, at: new Date(at), firstName: greeted, path })
  },
  'membership-changed': async (on, { about, language, memberId, firstName, surname }) => {
    const act = memberId && (await findAct(on, (about as About['membership-changed']).act, memberId))
    if (!act || !firstName) return null
    const name = act.kind === 'name-corrected' ? `${firstName} ${surname}` : undefined
    return write('membership-changed', language, { variant: act.kind, firstName, name })
  },
  'factor-reset': async (on, { about, language, to }) => {
    const { reset: id, stage } = about as About['factor-reset']
    const reset = await findReset(id, on)
    if (!reset) return null
    const { person, asker, confirmer, canceller, reason, dueAt } = reset
    return write('factor-reset', language, {
      stage,
      own: person.email === to,
      path: `/staff/admin/staff/${person.id}`,
      account: person.email,
      asker: asker.email,
      confirmer: confirmer ?? undefined,
      canceller: canceller ?? undefined,
      reason: reason ?? undefined,
      dueAt: dueAt ?? undefined,
    })
  },
  'recovery-codes': async (on, { about, language, to }) => {
    const { what } = about as About['recovery-codes']
    return write('recovery-codes', language, { what, left: await countCodesLeft(on, to) })
  },
  'document-changed': async (on, { about, language }) => {
    const { document, act } = about as About['document-changed']
    const changed = await findDocumentChange(on, document, act)
    const path = `/staff/admin/programme/texts/${document}` as const
    return changed && write('document-changed', language, { variant: act, path, ...changed })
  },
  'black-granted': async (on, mail, at) => {
    const person = await findPerson(on, mail, at)
    return person && write('black-granted', mail.language, person)
  },
  'black-ending': async (on, mail, at) => {
    const person = await findPerson(on, mail, at)
    const until = person?.membership.grantedUntil
    return person && until ? write('black-ending', mail.language, { ...person, until }) : null
  },
  'rules-changed': async (on, { about, language }) => {
    const { version, act } = about as About['rules-changed']
    const changed = await findRuleChange(on, version, act)
    return changed && write('rules-changed', language, { variant: act, ...changed })
  },
  'status-risen': async (on, mail, at) => {
    const person = await findPerson(on, mail, at)
    return person && write('status-risen', mail.language, person)
  },
  alert: async (on, { about, language }) => {
    const { alert: id } = about as About['alert']
    const found = await findAlert(on, id)
    if (!found) return null
    const { kind, centre, at } = found
    return write('alert', language, {
      variant: kind,
      centre,
      at,
      path: `/staff/admin/alerts/${id}`,
    })
  },
  'staff-list': async (on, { about, language, role }) => {
    const { list: id, news } = about as About['staff-list']
    const list = await findStaffList(on, id)
    if (!list) return null
    const admins = role === 'admin'
    const path = admins ? (`/staff/admin/centres/${list.centreId}/confirm` as const) : '/staff/centre/confirm'
    const { centre, quarter: startsOn } = list
    return write('staff-list', language, {
      centre,
      startsOn,
      role: admins ? 'admin' : 'desk',
      variant: news,
      path,
    })
  },
}

type Decided = NonNullable<Awaited<ReturnType<typeof findDecided>>>

async function findPerson(on: Database, { memberId, firstName }: Recipient, at: Date) {
  const membership = memberId && (await findMembership(on, memberId, berlinDate(at)))
  return membership && firstName ? { firstName, membership } : null
}

async function findDecided(on: Database, mail: Recipient, at: Date) {
  const person = await findPerson(on, mail, at)
  if (!person || !mail.memberId) return null
  const { decision: id } = mail.about as About['purchase-verified']
  const decision = await findDecision(on, id, mail.memberId)
  return decision && { person, decision, memberId: mail.memberId }
}

function told({ person: { firstName }, decision }: Decided, { language }: Recipient) {
  const { reason, sentence } = decision
  const answer = { reason: reason?.[language] ?? '', sentence: sentence ?? undefined }
  return { firstName, purchase: purchase(decision), answer }
}

function purchase({ product, qualifying, serialTyped, registrationId }: Decision) {
  const serialEnding = serialTyped.replace(/[^\p{L}\p{N}]/gu, '').slice(-4)
  const path = `/account/products/${registrationId}` as const
  return { product, qualifying, serialEnding, path }
}

/** A status that rests on products may fall when its term ends; Red, a granted one and one whose term is over do not. */
function counted({ person: { membership } }: Decided, at: Date) {
  const { status, granted, expiresOn } = membership
  const mayFall = status !== 'red' && status !== granted && expiresOn >= berlinDate(at)
  return mayFall ? { status, expiresOn } : undefined
}
