import { expect, test } from 'vitest'
import { type Suite, spentOnTests, table } from './times'

const BEGUN = '2026-11-28T10:00:00.000Z'

/** A test that began and ended so many seconds after the run, in this one of its browsers. */
const played = (file: string, title: string, from: number, until: number, parallelIndex = 0) => ({
  file,
  title,
  tests: [
    {
      results: [
        {
          startTime: new Date(Date.parse(BEGUN) + from * 1000).toISOString(),
          duration: (until - from) * 1000,
          parallelIndex,
        },
      ],
    },
  ],
})

const suites: Suite[] = [
  {
    specs: [played('crawl/a.spec.ts', 'first', 2, 10), played('crawl/a.spec.ts', 'second', 10, 15, 1)],
    suites: [{ specs: [played('matrix/b.spec.ts', 'nested', 14, 20)] }],
  },
  { specs: [played('demo.spec.ts', 'alone', 15, 16, 1)] },
]

test('a folder took what its tests took in all browsers, with what was set up for them', () => {
  expect(spentOnTests(suites, BEGUN).slice(0, 3)).toEqual([
    { name: 'crawl/', seconds: 25 },
    { name: 'matrix/', seconds: 10 },
    { name: 'the rest', seconds: 1 },
  ])
})

test('the slowest tests are named after the folders', () => {
  const slowest = spentOnTests(suites, BEGUN).slice(3)
  expect(slowest.map(({ name, seconds }) => [name, seconds])).toEqual([
    ['crawl/a: second', 15],
    ['crawl/a: first', 10],
    ['matrix/b: nested', 10],
    ['demo: alone', 1],
  ])
})

test('the table adds up the steps, and not what they consist of', () => {
  const within = [{ name: 'crawl/', seconds: 25 }]
  const lines = table([
    { name: 'Types', seconds: 9.6 },
    { name: 'End to end', seconds: 20, within },
  ])
  expect(lines.split('\n').slice(2)).toEqual([
    '   10 s  Types',
    '   20 s  End to end',
    '       25 s  crawl/',
    '   30 s  All of it',
  ])
})
