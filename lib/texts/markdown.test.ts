import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Block, type Inline, isAllowedLink, partsOf, readMarkdown } from './markdown'
import { isPlaceholder } from './rules'

const read = (source: string) => {
  const result = readMarkdown(source)
  if ('problem' in result) throw new Error(result.problem.reason)
  return result.blocks
}
const problemIn = (source: string) => {
  const result = readMarkdown(source)
  return 'problem' in result ? result.problem.reason : undefined
}

/** All blocks and inlines of a text, at any depth. */
function all(blocks: readonly Block[]): (Block | Inline)[] {
  const inner = (inlines: readonly Inline[]): Inline[] =>
    inlines.flatMap((one) => [one, ...('children' in one ? inner(one.children) : [])])
  return blocks.flatMap((block) => [
    block,
    ...(block.type === 'list' ? block.items.flatMap(all) : inner(block.children)),
  ])
}

test.each(['privacy.en', 'privacy.de', 'terms.en', 'terms.de'])('our own %s is read', (name) => {
  const source = readFileSync(`bin/seed/texts/${name}.md`, 'utf8')
  const { lead, parts } = partsOf(read(source))
  expect(lead).toHaveLength(1)
  expect(parts).toHaveLength(name.startsWith('privacy') ? 11 : 5)
})

test('headings, paragraphs, lists, emphasis, links and placeholders become data', () => {
  expect(read('Hello **you**\n\n## One\n\n- [here](/terms) or {dpoEmail}\n- *two*')).toEqual([
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'Hello ' },
        { type: 'strong', children: [{ type: 'text', text: 'you' }] },
      ],
    },
    { type: 'heading', level: 2, children: [{ type: 'text', text: 'One' }] },
    {
      type: 'list',
      ordered: false,
      items: [
        [
          {
            type: 'paragraph',
            children: [
              { type: 'link', to: '/terms', children: [{ type: 'text', text: 'here' }] },
              { type: 'text', text: ' or ' },
              { type: 'setting', name: 'dpoEmail' },
            ],
          },
        ],
        [{ type: 'paragraph', children: [{ type: 'em', children: [{ type: 'text', text: 'two' }] }] }],
      ],
    },
  ])
})

test('a link may be a reference', () => {
  const there = { type: 'link', to: '/terms', children: [{ type: 'text', text: 'there' }] }
  expect(read('Read it [there].\n\n[there]: /terms')).toEqual([
    { type: 'paragraph', children: [{ type: 'text', text: 'Read it ' }, there, { type: 'text', text: '.' }] },
  ])
})

describe('anything unsupported is reported', () => {
  test.each([
    ['<script>alert(1)</script>', 'textMarkup'],
    ['Hello <b>you</b>', 'textMarkup'],
    ['![a picture](https://x.example/a.png)', 'textMarkup'],
    ['`code`', 'textMarkup'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', 'textMarkup'],
    ['> said', 'textMarkup'],
    ['- [ ] to do', 'textMarkup'],
    ['# Too large', 'textHeading'],
    ['#### Too small', 'textHeading'],
    ['[x](javascript:alert(1))', 'textLink'],
    ['[x](JaVaScRiPt:alert(1))', 'textLink'],
    ['[x](data:text/html,1)', 'textLink'],
    ['[x](http://x.example)', 'textLink'],
    ['[x](//x.example)', 'textLink'],
    ['[x](/\\x.example)', 'textLink'],
    ['[x]({dpoEmail})', 'textLink'],
    ['Write to {dpoMail}', 'textPlaceholder'],
    ['An open {brace', 'textPlaceholder'],
    ['A closed} one', 'textPlaceholder'],
    ['{constructor}', 'textPlaceholder'],
    ['', 'textEmpty'],
    ['\n\n', 'textEmpty'],
  ])('%j: %s', (source, reason) => expect(problemIn(source)).toBe(reason))
})

test('any input becomes data with allowed links and known placeholders, or is reported', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      ...['## ', '- ', '**', '[a](', ')', '{', '}', '{dpoEmail}', '<img src=x onerror=alert(1)>', '\n\n'],
      ...['javascript:', 'https://a.example', '&lt;', '<!--', '![', '](', '1. ', '\\', '```'],
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const result = readMarkdown(pieces.join(''))
      if ('problem' in result) {
        expect(result.problem.what.length).toBeLessThanOrEqual(60)
        return
      }
      for (const part of all(result.blocks)) {
        if (part.type === 'link') expect(isAllowedLink(part.to)).toBe(true)
        if (part.type === 'setting') expect(isPlaceholder(part.name)).toBe(true)
      }
    }),
    { numRuns: 2000 },
  )
})
