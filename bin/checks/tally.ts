import { readFileSync } from 'node:fs'
import { type Duration, type Suite, testDurations } from './times'

/** How many tests passed and failed, and where their time went if that is known. */
export type Tally = { passed: number; failed: number; breakdown?: Duration[] }

export const sum = (tallies: Tally[]) =>
  tallies.reduce(
    (all, tallyOf) => ({ passed: all.passed + tallyOf.passed, failed: all.failed + tallyOf.failed }),
    {
      passed: 0,
      failed: 0,
    },
  )

/** A step that counts as one test. */
export const one = (exitCode: number): Tally =>
  exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }

/** From Vitest's JSON report. */
export const fromVitest = (report: string, exitCode: number) =>
  read(report, exitCode, ({ numPassedTests, numFailedTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
  }))

/** From Playwright's JSON report. A flaky test counts as failed. */
export const fromPlaywright = (report: string, exitCode: number) =>
  read(report, exitCode, ({ stats, suites }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    breakdown: testDurations(suites, stats.startTime),
  }))

/** A run that failed without a failed test (a file that does not load, no report at all) counts as one failure. */
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
