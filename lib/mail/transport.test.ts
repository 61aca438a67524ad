import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { testMailbox, testRefusal } from '@/testing/mailbox'
import { type OutgoingMail, openMailer } from './transport'

const mailbox = testMailbox()
const refusal = testRefusal()

const letter = (more: Partial<OutgoingMail> = {}): OutgoingMail => ({
  id: randomUUID(),
  to: `${randomUUID()}@member.example`,
  language: 'de',
  subject: 'Bestätigt: LUMIX S5II',
  html: '<p>Grüße</p>',
  text: 'Grüße',
  ...more,
})

test('a mail arrives with its text, its language, and headers that suppress automatic replies', async () => {
  const sent = letter()
  await mailbox.mailer.send(sent)

  const [caught, ...more] = await mailbox.mailsTo(sent.to)

  expect(more).toEqual([])
  expect(caught).toMatchObject({ subject: sent.subject, from: [{ address: 'lumix-pro@portal.example' }] })
  expect(caught?.text.trim()).toBe('Grüße')
  expect(caught?.headers).toMatchObject({
    'auto-submitted': 'auto-generated',
    'x-auto-response-suppress': 'All',
    'content-language': 'de',
    'message-id': `<${sent.id}@portal.example>`,
  })
  expect(Object.keys(caught?.headers ?? {}).filter((name) => name.startsWith('list-'))).toEqual([])
})

test.each([
  ['a@member.example\r\nBcc: victim@other.example'],
  ['a@member.example, victim@other.example'],
  ['"a" <a@member.example>'],
  ['a@member.example;victim@other.example'],
  ['a b@member.example'],
  ['nobody'],
])('%j is not one address, so nothing is sent', async (to) => {
  await expect(mailbox.mailer.send(letter({ to }))).rejects.toThrow('EADDRESS')
  expect(await mailbox.mailsTo('victim@other.example')).toEqual([])
})

test('a subject with a line break in it adds no header', async () => {
  const sent = letter({ subject: 'Verified\r\nBcc: victim@other.example\r\n\r\nHello' })
  await mailbox.mailer.send(sent)

  const [caught] = await mailbox.mailsTo(sent.to)

  expect(caught?.subject).toBe('Verified Bcc: victim@other.example Hello')
  expect(caught?.headers).not.toHaveProperty('bcc')
  expect(await mailbox.mailsTo('victim@other.example')).toEqual([])
})

test('a mail server’s answer is reported without the address in it', async () => {
  const strict = openMailer({ SMTP_URL: refusal.smtpUrl, MAIL_FROM: 'lumix-pro@portal.example' })
  const failure = await strict.send(letter({ to: 'ingrid@member.example' })).catch((error) => error)
  strict.close()
  expect(failure).toBeInstanceOf(Error)
  expect(failure.message).toBe('the mail server did not take the mail: EENVELOPE 550')
  expect(JSON.stringify(failure) + failure.stack + failure.cause).not.toContain('ingrid')
})
