import type { ReactNode } from 'react'
import type { Database } from '@/db/client'
import type { Recipient } from './queries'
import type { MailAbout, MailName } from './queue'
import type { MailContext } from './voice'

/** A mail without its page. `preview` is the line that a list of mails shows after the subject. */
type MailContent = {
  subject: string
  preview: string
  heading: string
  firstName?: string
  body: ReactNode
}

/** Writes one kind of mail from its facts. */
export type Template<F> = (facts: F, voice: MailContext) => MailContent

/** A finished mail, in HTML and in plain text with the same words and links. */
export type Written = { subject: string; html: string; text: string }

/** Reads what a queued mail is about, as it is at `at`, and writes it; null when that is gone. */
export type Compose<N extends MailName> = (
  on: Database,
  mail: Recipient & { about: MailAbout[N] },
  at: Date,
) => Promise<Written | null>

/** The mails of one noun, by name. */
export type Mails<N extends MailName> = { [Name in N]: Compose<Name> }
