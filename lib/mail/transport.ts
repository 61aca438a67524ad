import type { Language } from '@/lib/lists'
import 'server-only'
import { createTransport } from 'nodemailer'
import type { Env } from '@/lib/env'

/** A rendered mail. `id` becomes its Message-ID: mail programs show a mail that went out twice only once. */
export type OutgoingMail = {
  id: string
  to: string
  language: Language
  subject: string
  html: string
  text: string
}

export type Mailer = { send(letter: OutgoingMail): Promise<void>; close(): void }

/** A mail could not be sent. Names the server's codes, but not its message, which may repeat addresses. */
export class MailError extends Error {
  constructor(cause: unknown) {
    const { code, responseCode } = cause as { code?: string; responseCode?: number }
    super(
      `the mail server did not take the mail: ${[code, responseCode].filter(Boolean).join(' ') || 'unknown'}`,
    )
  }
}

/** Opens a pool of connections to the mail server. Close it at the end. */
export function openMailer(settings: Pick<Env, 'SMTP_URL' | 'MAIL_FROM' | 'CONTACT_EMAIL'>): Mailer {
  const pool = createTransport({
    pool: true,
    url: settings.SMTP_URL,
    maxConnections: 3,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const from = { from: settings.MAIL_FROM, replyTo: settings.CONTACT_EMAIL }
  const domain = /@([a-z0-9.-]+)/i.exec(settings.MAIL_FROM)?.[1] ?? 'localhost'
  return {
    async send(letter) {
      const message = { ...from, ...compose(letter), messageId: `<${letter.id}@${domain}>` }
      await pool.sendMail(message).catch((cause) => {
        throw new MailError(cause)
      })
    },
    close: () => pool.close(),
  }
}

/** A transactional mail: no list, so nothing to unsubscribe from, and no automatic reply wanted. */
function compose({ to, language, subject, html, text }: OutgoingMail) {
  return {
    to: { name: '', address: singleAddress(to) },
    subject: subject.replace(/\p{Cc}+/gu, ' '),
    html,
    text,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': language,
    },
  }
}

/** Accounts hold validated addresses; this last check ensures that none can add a header or a second recipient. */
function singleAddress(address: string): string {
  if (!/^[^\s\p{Cc}<>,;:"()[\]\\@]+@[^\s\p{Cc}<>,;:"()[\]\\@]+$/u.test(address))
    throw new MailError({ code: 'EADDRESS' })
  return address
}
