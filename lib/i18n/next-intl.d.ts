import type { TAGS } from './languages'
import type { Messages } from './messages'

declare module 'use-intl' {
  interface AppConfig {
    Locale: (typeof TAGS)[keyof typeof TAGS]
    Messages: Messages
  }
}
