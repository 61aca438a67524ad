// `npm run bench`: how fast the portal is, as ratios to the fastest it could be on this machine in the same run.
// `-- --members 1000000` for another large set, `--rounds` to measure longer, `--strict` to fail when a target is missed.
import { parseArgs } from 'node:util'
import { measure } from './bench/measure'
import { countScans, explain } from './bench/plans'
import { openBench, openSite } from './bench/portal'
import { report } from './bench/report'
import { visitAllPages } from './bench/tour'
import { runWithProcesses } from './portal/process-group'
import { clearSettings } from './portal/settings'

const SMALL = 10_000
/** More would use up every desk's hourly limit of checks. */
const MAX_ROUNDS = 100

await runWithProcesses(async (group) => {
  const { members, rounds, strict } = readOptions()
  clearSettings()
  const server = await openBench(group)
  const sites = [await openSite(group, server, SMALL), await openSite(group, server, members)] as const
  const before = await countScans(sites[1])
  const [small, large] = await measure(sites, rounds)
  const counted = (await countScans(sites[1])) - before
  const { visited: pageWeights, ...plans } = await explain(server, sites[1], visitAllPages)
  const { text, missed } = report({ small, large, plans, counted, weights: pageWeights })
  return { code: strict && missed.length > 0 ? 1 : 0, lastLine: `\n${text}` }
})

function readOptions() {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { members: text, rounds: text, strict: { type: 'boolean' } } })
  const { members, rounds } = {
    members: Number(values.members ?? 200_000),
    rounds: Number(values.rounds ?? 9),
  }
  if (
    Number.isInteger(members) &&
    members > SMALL &&
    Number.isInteger(rounds) &&
    rounds > 0 &&
    rounds <= MAX_ROUNDS
  )
    return { members, rounds, strict: values.strict }
  throw new Error(`--members is a whole number above ${SMALL}, --rounds one from 1 to ${MAX_ROUNDS}.`)
}
