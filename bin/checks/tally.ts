import { readFileSync } from 'node:fs'
import { type Spent, type Suite, spentOnTests } from './times'

/** How many tests went well and how many did not, and what it is known of them to have taken time. */
export type Tally = { passed: number; failed: number; within?: Spent[] }

export const sum = (tallies: Tally[]) =>
  tallies.reduce((all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }), {
    passed: 0,
    failed: 0,
  })

/** A step that is one test: it went well or not. */
export const one = (exitCode: number): Tally =>
  exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }

/** From Vitest's JSON report. */
export const fromVitest = (report: string, exitCode: number) =>
  read(report, exitCode, ({ numPassedTests, numFailedTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
  }))

/** From Playwright's JSON report. What passed only at a second try did not pass. */
export const fromPlaywright = (report: string, exitCode: number) =>
  read(report, exitCode, ({ stats, suites }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    within: spentOnTests(suites, stats.startTime),
  }))

/** A run that failed without a failed test (a file that does not load, no report at all) is one failure. */
function read(report: string, exitCode: number, count: (report: Report) => Tally): Tally {
  let tally: Tally = { passed: 0, failed: 0 }
  try {
    tally = count(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    return one(exitCode || 1)
  }
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}

type Report = {
  numPassedTests: number
  numFailedTests: number
  stats: { startTime: string; expected: number; unexpected: number; flaky: number }
  suites: Suite[]
}
