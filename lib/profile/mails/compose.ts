import type { Mails } from '@/lib/mail/mail'
import { write } from '@/lib/mail/render'
import { emailChanged } from './email-changed'

export const profileMails: Mails<'email-changed'> = {
  'email-changed': (_, { language, to, firstName }) =>
    write(emailChanged, language, { email: to, firstName: firstName ?? undefined }),
}
