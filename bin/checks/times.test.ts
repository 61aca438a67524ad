import { expect, test } from 'vitest'
import { type Suite, table, testDurations } from './times'

const STARTED_AT = '2026-11-28T10:00:00.000Z'

/** A test that began and ended this many seconds into the run, in the browser with this index. */
const testRun = (file: string, title: string, from: number, until: number, parallelIndex = 0) => ({
  file,
  title,
  tests: [
    {
      results: [
        {
          startTime: new Date(Date.parse(STARTED_AT) + from * 1000).toISOString(),
          duration: (until - from) * 1000,
          parallelIndex,
        },
      ],
    },
  ],
})

const suites: Suite[] = [
  {
    specs: [testRun('crawl/a.spec.ts', 'first', 2, 10), testRun('crawl/a.spec.ts', 'second', 10, 15, 1)],
    suites: [{ specs: [testRun('matrix/b.spec.ts', 'nested', 14, 20)] }],
  },
  { specs: [testRun('demo.spec.ts', 'alone', 15, 16, 1)] },
]

test('a folder takes as long as its tests in all browsers, including their setup', () => {
  expect(testDurations(suites, STARTED_AT).slice(0, 3)).toEqual([
    { name: 'crawl/', seconds: 25 },
    { name: 'matrix/', seconds: 10 },
    { name: 'the rest', seconds: 1 },
  ])
})

test('the slowest tests are listed after the folders', () => {
  const slowest = testDurations(suites, STARTED_AT).slice(3)
  expect(slowest.map(({ name, seconds }) => [name, seconds])).toEqual([
    ['crawl/a: second', 15],
    ['crawl/a: first', 10],
    ['matrix/b: nested', 10],
    ['demo: alone', 1],
  ])
})

test('the total adds up the steps, not their breakdown', () => {
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
