/** A name and how long it took, in seconds. */
export type Duration = { name: string; seconds: number }

/** A test of Playwright's JSON report: its file and title, when it began, and in which of the parallel browsers. */
type TestRun = { file: string; title: string; startTime: string; duration: number; parallelIndex: number }

export type Suite = {
  suites?: Suite[]
  specs?: { file: string; title: string; tests: { results: Omit<TestRun, 'file' | 'title'>[] }[] }[]
}

/** Returns the time each folder of e2e/ took, then the slowest tests. Parallel browsers are added up. */
export function testDurations(suites: Suite[], startedAt: string): Duration[] {
  const tests = suites.flatMap(testRuns).sort((a, b) => a.startTime.localeCompare(b.startTime))
  const durations = tests.map(durationOf(new Date(startedAt).getTime()))
  const folders = Object.groupBy(durations, ({ file }) =>
    file.includes('/') ? `${file.split('/')[0]}/` : 'the rest',
  )
  return [
    ...bySeconds(Object.entries(folders).map(([name, all = []]) => ({ name, seconds: sum(all) }))),
    ...bySeconds(durations).slice(0, SLOWEST),
  ]
}

const SLOWEST = 10

const testRuns = ({ suites = [], specs = [] }: Suite): TestRun[] => [
  ...suites.flatMap(testRuns),
  ...specs.flatMap(({ file, title, tests }) =>
    tests.flatMap(({ results }) => results.map((result) => ({ ...result, file, title }))),
  ),
]

/** Measures from the end of the previous test in the same browser, so that setup is included. */
function durationOf(begun: number) {
  const ends: number[] = []
  return ({ file, title, startTime, duration, parallelIndex }: TestRun) => {
    const end = new Date(startTime).getTime() + duration
    const before = ends[parallelIndex] ?? begun
    ends[parallelIndex] = end
    return { name: `${file.replace(/\.spec\.ts$/, '')}: ${title}`, file, seconds: (end - before) / 1000 }
  }
}

const sum = (all: Duration[]) => all.reduce((total, { seconds }) => total + seconds, 0)
const bySeconds = (all: Duration[]) =>
  all.map(({ name, seconds }) => ({ name, seconds })).sort((a, b) => b.seconds - a.seconds)

/** The table printed at the end of a run. */
export const table = (steps: (Duration & { within?: Duration[] })[]) =>
  [
    '\n── Where the time went',
    ...steps.flatMap(({ within = [], ...step }) => [line(step), ...within.map((part) => line(part, 4))]),
    line({ name: 'All of it', seconds: sum(steps) }),
  ].join('\n')

const line = ({ name, seconds }: Duration, indent = 0) =>
  `${`${seconds.toFixed(0)} s`.padStart(indent + 7)}  ${name.length > 100 ? `${name.slice(0, 99)}…` : name}`
