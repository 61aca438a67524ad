import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import { correctionRequests, mails, statusChanges, terms } from '@/db/schema'
import { type MailAbout, type MailName, queueMail } from '@/lib/mail/queue'
import { testDatabase } from '@/testing/database'
import { brokenMailer, lastMail, makeDecision, makeMember, type Person, work } from '@/testing/jobs'
import { testMailbox } from '@/testing/mailbox'
import { sendMail } from './send-mail'

const { db, as } = testDatabase()
const mailbox = testMailbox()
beforeAll(() => seedProgramme(as.owner))

const at = new Date('2026-11-23T11:30:00.123Z')

async function queue<T extends MailName>(person: Person, template: T, about: MailAbout[T]) {
  await db.insert(mails).values({ accountId: person.accountId, template, about })
  return (await lastMail(db, person.accountId)).id
}
const send = (id: string, more = {}) => sendMail({ mail: id }, work(as.worker, mailbox.mailer, more))

async function receive<T extends MailName>(person: Person, template: T, about: MailAbout[T]) {
  await send(await queue(person, template, about))
  const [mail] = await mailbox.mailsTo(person.email)
  if (!mail) throw new Error('No mail arrived.')
  return mail
}

describe('each mail contains its facts', () => {
  test('welcome: number, status, term and the next step', async () => {
    const person = await makeMember(db, 'de')
    const { subject, text } = await receive(person, 'welcome', {})
    expect(subject).toBe('Willkommen bei LUMIX PRO')
    for (const fact of [
      'Guten Tag Ingrid,',
      person.card.number,
      'Rot',
      '23. November 2026 bis 22. November 2027',
    ])
      expect(text).toContain(fact)
    expect(text).toContain('http://localhost:3000/account/registrations/new')
  })

  test('verified, and nothing else changed', async () => {
    const person = await makeMember(db)
    const { decision, product } = await makeDecision(db, person, 'verified', at)
    const { subject, text } = await receive(person, 'purchase-verified', { decision })
    expect(subject).toBe(`Verified: ${product.name}`)
    expect(text).toContain('ends in 4711')
    expect(text).not.toMatch(/is now|anew/)
  })

  test('verified, with the new status and term of this decision', async () => {
    const person = await makeMember(db, 'en', { status: 'silver' })
    const { memberId, statusRulesId } = person
    const { decision } = await makeDecision(db, person, 'verified', at)
    const risen = { memberId, from: 'red', to: 'silver', because: 'verified', statusRulesId, at } as const
    await db.insert(statusChanges).values(risen)
    const term = { startsOn: '2026-11-23', expiresOn: '2027-11-22' }
    await db.insert(terms).values({ memberId, ...term, because: 'first-verification', at })

    const { text } = await receive(person, 'purchase-verified', { decision })

    expect(text).toContain('Your status is now Silver.')
    expect(text).toContain('term has started anew')
    expect(text).toContain('Valid until\n22 November 2027')
  })

  test('asked: the reason in the member’s language, the reviewer’s sentence, one link for a better file', async () => {
    const person = await makeMember(db, 'de')
    const sentence = 'Die untere Hälfte fehlt.'
    const { decision, reason, registration } = await makeDecision(db, person, 'needs_attention', at, {
      sentence,
    })
    const { text } = await receive(person, 'purchase-asked', { decision })
    expect(text).toContain(`Grund\n${reason?.de}`)
    expect(text).toContain(sentence)
    expect(text).toContain(
      `Bessere Datei schicken http://localhost:3000/account/registrations/${registration}`,
    )
  })

  test('refused: the reason and the appeal', async () => {
    const person = await makeMember(db)
    const { decision, reason } = await makeDecision(db, person, 'refused', at)
    const { text } = await receive(person, 'purchase-refused', { decision })
    expect(text).toContain(reason?.en)
    expect(text).toContain('You can appeal once')
  })

  test('refused after an appeal: no second appeal is offered', async () => {
    const person = await makeMember(db)
    const appealedAt = new Date('2026-11-22T08:00:00Z')
    const { decision } = await makeDecision(db, person, 'refused', at, { appealedAt })
    const { text } = await receive(person, 'purchase-refused', { decision })
    expect(text).toContain('A further appeal is not possible')
  })

  test.each([
    ['a status based on products stays until the term ends', { status: 'gold' as const }, 'stays Gold until'],
    ['Red stays', {}, 'does not change'],
    ['a granted status stays', { status: 'black' as const, granted: 'black' as const }, 'does not change'],
    [
      'after the term it is not mentioned',
      { status: 'gold' as const, startsOn: '2025-11-22', expiresOn: '2026-11-21' },
      'does not change',
    ],
  ])('ended: %s', async (_, membership, sentence) => {
    const person = await makeMember(db, 'en', membership)
    const { decision, reason } = await makeDecision(db, person, 'sold', at)
    const { text } = await receive(person, 'registration-ended', { decision })
    expect(text).toContain(reason?.en)
    expect(text).toContain(sentence)
  })

  test('a changed address', async () => {
    const person = await makeMember(db)
    expect((await receive(person, 'email-changed', {})).text).toContain(person.email)
  })

  test.each([
    [true, 'Ingrid Østergård'],
    [false, 'We have not made the correction'],
  ] as const)('a correction that was granted (%s)', async (granted, sentence) => {
    const person = await makeMember(db)
    const correction = { firstName: 'Ingrid', surname: 'Østergård', bornOn: '1985-02-28', why: 'married' }
    const [request] = await db
      .insert(correctionRequests)
      .values({
        memberId: person.memberId,
        ...correction,
        granted,
        decidedAt: at,
        decidedBy: person.accountId,
      })
      .returning()
    const { text } = await receive(person, 'correction-decided', { correction: String(request?.id) })
    expect(text).toContain(sentence)
  })
})

describe('a queued mail', () => {
  test('is sent once, no matter how often its job runs, with the time', async () => {
    const person = await makeMember(db)
    const id = await queue(person, 'welcome', {})
    await send(id)
    await send(id)
    expect(await mailbox.mailsTo(person.email)).toHaveLength(1)
    expect(await lastMail(db, person.accountId)).toMatchObject({
      state: 'sent',
      sentAt: new Date('2026-11-23T12:00:00Z'),
    })
  })

  test('that is refused waits for the next attempt, and has failed after the last', async () => {
    const person = await makeMember(db)
    const id = await queue(person, 'welcome', {})
    await expect(send(id, { mailer: brokenMailer() })).rejects.toThrow()
    expect((await lastMail(db, person.accountId)).state).toBe('queued')
    await expect(send(id, { mailer: brokenMailer(), lastTry: true })).rejects.toThrow()
    expect((await lastMail(db, person.accountId)).state).toBe('failed')
    await send(id)
    expect(await mailbox.mailsTo(person.email)).toEqual([])
  })

  test('about somebody else’s purchase is never sent', async () => {
    const [person, other] = [await makeMember(db), await makeMember(db)]
    const { decision } = await makeDecision(db, other, 'refused', at)
    await send(await queue(person, 'purchase-refused', { decision }))
    expect(await mailbox.mailsTo(person.email)).toEqual([])
    expect((await lastMail(db, person.accountId)).state).toBe('failed')
  })

  test('that is gone, or of an unknown kind, does no harm', async () => {
    const person = await makeMember(db)
    await send(randomUUID())
    await send(await queue(person, 'newsletter' as 'welcome', {}))
    expect((await lastMail(db, person.accountId)).state).toBe('failed')
  })

  test('is queued with its job in one transaction, or not at all', async () => {
    const person = await makeMember(db)
    const rolledBack = db.transaction(async (tx) => {
      await queueMail(tx, 'welcome', person.accountId)
      throw new Error('undo')
    })
    await expect(rolledBack).rejects.toThrow('undo')
    await expect(lastMail(db, person.accountId)).rejects.toThrow('no such row')
  })
})
