import type { Language } from '@/lib/lists'

export type ErrorTexts = Record<'title' | 'text' | 'reference' | 'tryAgain', string>

/** Hard-coded because an error page can't load messages from the server: the server is what failed. */
export const ERROR_TEXTS: Record<Language, ErrorTexts> = {
  en: {
    title: 'Something went wrong on our side',
    text: 'Nothing you sent before has been lost. Please try again; if it happens twice, tell us the reference below.',
    reference: 'Reference',
    tryAgain: 'Try again',
  },
  de: {
    title: 'Bei uns ist etwas schiefgegangen',
    text: 'Nichts von dem, was Sie vorher gesendet haben, ist verloren. Bitte versuchen Sie es noch einmal; geschieht es zweimal, nennen Sie uns die Referenz unten.',
    reference: 'Referenz',
    tryAgain: 'Noch einmal versuchen',
  },
}
