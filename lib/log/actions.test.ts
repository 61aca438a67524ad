import { expect, test } from 'vitest'
import { messages } from '@/lib/i18n/messages'
import { LOG_ACTIONS } from './actions'

test.each(['en', 'de'] as const)('every action has its text in %s, and no text is unused', (language) => {
  const keys = LOG_ACTIONS.map((action) => action.replace('.', '_'))
  expect(Object.keys(messages[language].log.actions).sort()).toEqual([...keys].sort())
})

test('the list is sorted and has no duplicates', () => {
  expect([...LOG_ACTIONS]).toEqual([...new Set(LOG_ACTIONS)].sort())
})
