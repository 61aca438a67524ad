import { expect, test } from 'vitest'
import { messages } from '@/lib/i18n/messages'
import { LOG_ACTIONS } from './actions'

test.each(['en', 'de'] as const)(
  'every action has its words in %s, and no words are left over',
  (language) => {
    const keys = LOG_ACTIONS.map((action) => action.replace('.', '_'))
    expect(Object.keys(messages[language].log.actions).sort()).toEqual([...keys].sort())
  },
)

test('the list is in order and names nothing twice', () => {
  expect([...LOG_ACTIONS]).toEqual([...new Set(LOG_ACTIONS)].sort())
})
