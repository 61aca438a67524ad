import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { chooseLanguage, LANGUAGE_COOKIE, TAGS } from './languages'
import { messages } from './messages'

export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(LANGUAGE_COOKIE)?.value
  const language = chooseLanguage(chosen, (await headers()).get('accept-language'))
  return {
    locale: TAGS[language],
    messages: messages[language],
    timeZone: 'Europe/Berlin',
    // A missing message is a defect, not a key on the page.
    onError: (error) => {
      throw error
    },
  }
})
