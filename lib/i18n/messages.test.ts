import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'
import { chooseLanguage } from './languages'
import { messages } from './messages'

/** Returns the placeholders and tags of a message, as its own parser sees them. */
function namesIn(text: string): string[] {
  const names = new Set<string>()
  const visit = (nodes: MessageFormatElement[]) => {
    for (const node of nodes) {
      if (node.type !== TYPE.literal && node.type !== TYPE.pound) names.add(node.value)
      if (node.type === TYPE.tag) visit(node.children)
      if (node.type === TYPE.plural || node.type === TYPE.select)
        for (const option of Object.values(node.options)) visit(option.value)
    }
  }
  visit(parse(text))
  return [...names].sort()
}

type Tree = { [key: string]: string | Tree }

const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : flat(value, `${path}${key}.`),
  )

const en = new Map(flat(messages.en))
const de = new Map(flat(messages.de))

test('every text exists in both languages', () => {
  expect([...de.keys()].sort()).toEqual([...en.keys()].sort())
})

test('both languages have the same placeholders and tags', () => {
  for (const [key, text] of en) expect([key, namesIn(de.get(key) ?? '')]).toEqual([key, namesIn(text)])
})

test('no text is empty or contains an exclamation mark', () => {
  for (const [key, text] of [...en, ...de]) {
    expect(text.trim(), key).not.toBe('')
    expect(text, key).not.toContain('!')
  }
})

describe('the language of a visitor', () => {
  test.each([
    ['de', 'en', 'de'],
    [undefined, 'de-AT,de;q=0.9,en;q=0.8', 'de'],
    [undefined, 'fr-FR,fr;q=0.9,en;q=0.5,de;q=0.7', 'de'],
    [undefined, 'fr', 'en'],
    ['xx', null, 'en'],
  ])('chosen %s, preferred %s: %s', (chosen, preferred, expected) =>
    expect(chooseLanguage(chosen, preferred)).toBe(expected),
  )
})
