import type { ReactNode } from 'react'
import type { Database } from '@/db/client'
import type { MailContext } from './context'
import type { Recipient } from './queries'
import type { MailAbout, MailName } from './queue'

/** The content of a mail. `preview` is the line that a list of mails shows after the subject. */
type MailContent = {
  subject: string
  preview: string
  heading: string
  firstName?: string
  body: ReactNode
}

/** Renders one kind of mail from its facts. */
export type Template<F> = (facts: F, voice: MailContext) => MailContent

/** A rendered mail, in HTML and in plain text with the same text and links. */
export type RenderedMail = { subject: string; html: string; text: string }

/** Reads the subject of a queued mail, as it is at `at`, and renders it; null when that is gone. */
export type Compose<N extends MailName> = (
  on: Database,
  mail: Recipient & { about: MailAbout[N] },
  at: Date,
) => Promise<RenderedMail | null>

/** The mails of one noun, by name. */
export type Mails<N extends MailName> = { [Name in N]: Compose<Name> }
