/** How long something took, in seconds. */
export type Spent = { name: string; seconds: number }

/** A test of Playwright's JSON report: where it stands, when it began, and in which of the browsers at work. */
type Played = { file: string; title: string; startTime: string; duration: number; parallelIndex: number }

export type Suite = {
  suites?: Suite[]
  specs?: { file: string; title: string; tests: { results: Omit<Played, 'file' | 'title'>[] }[] }[]
}

/** Returns what each folder of e2e/ took, and then the slowest tests. Browsers at work at the same time count each. */
export function spentOnTests(suites: Suite[], begun: string): Spent[] {
  const tests = suites.flatMap(played).sort((a, b) => a.startTime.localeCompare(b.startTime))
  const spent = tests.map(timeOf(new Date(begun).getTime()))
  const folders = Object.groupBy(spent, ({ file }) =>
    file.includes('/') ? `${file.split('/')[0]}/` : 'the rest',
  )
  return [
    ...bySeconds(Object.entries(folders).map(([name, all = []]) => ({ name, seconds: sum(all) }))),
    ...bySeconds(spent).slice(0, SLOWEST),
  ]
}

const SLOWEST = 10

const played = ({ suites = [], specs = [] }: Suite): Played[] => [
  ...suites.flatMap(played),
  ...specs.flatMap(({ file, title, tests }) =>
    tests.flatMap(({ results }) => results.map((result) => ({ ...result, file, title }))),
  ),
]

/** From the end of the test before it in the same browser, so that what was set up for it counts too. */
function timeOf(begun: number) {
  const ends: number[] = []
  return ({ file, title, startTime, duration, parallelIndex }: Played) => {
    const end = new Date(startTime).getTime() + duration
    const before = ends[parallelIndex] ?? begun
    ends[parallelIndex] = end
    return { name: `${file.replace(/\.spec\.ts$/, '')}: ${title}`, file, seconds: (end - before) / 1000 }
  }
}

const sum = (all: Spent[]) => all.reduce((total, { seconds }) => total + seconds, 0)
const bySeconds = (all: Spent[]) =>
  all.map(({ name, seconds }) => ({ name, seconds })).sort((a, b) => b.seconds - a.seconds)

/** The table that a run ends with. */
export const table = (steps: (Spent & { within?: Spent[] })[]) =>
  [
    '\n── Where the time went',
    ...steps.flatMap(({ within = [], ...step }) => [line(step), ...within.map((part) => line(part, 4))]),
    line({ name: 'All of it', seconds: sum(steps) }),
  ].join('\n')

const line = ({ name, seconds }: Spent, indent = 0) =>
  `${`${seconds.toFixed(0)} s`.padStart(indent + 7)}  ${name.length > 100 ? `${name.slice(0, 99)}…` : name}`
