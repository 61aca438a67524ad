// `npm run bench`: how quick the portal is, as ratios to the quickest it could be on this machine in this very run.
// `-- --members 1000000` for another large set, `--rounds` and `--requests` (of each kind in a round) to measure longer,
// `--strict` to fail when a target is missed.
import { fill } from './bench/fill'
import { measure } from './bench/measure'
import { readOptions, SMALL } from './bench/options'
import { countScans, explain } from './bench/plans'
import { openBench, openSite } from './bench/portal'
import { report } from './bench/report'
import { emptyRoute, type Weight } from './bench/scripts'
import { signInAgain } from './bench/staff'
import { tour } from './bench/tour'
import { runWithCrew } from './portal/crew'
import { forgetGivenSettings } from './portal/settings'

await runWithCrew(async (crew) => {
  const options = readOptions(process.argv.slice(2))
  forgetGivenSettings()
  const server = await openBench(crew, console.log)
  const small = await openSite(crew, server, SMALL)
  const large = await openSite(crew, server, options.members)
  for (const { urls, members } of [small, large]) await fill(urls.owner, members, console.log)

  const scansBefore = await countScans(large.urls.owner)
  const [ofSmall, ofLarge] = await measure(crew, [small, large], options)
  const countedScans = (await countScans(large.urls.owner)) - scansBefore
  if (!ofSmall || !ofLarge) throw new Error('Nothing was measured.')

  await signInAgain(large.urls.owner)
  let weights: Weight[] = []
  const plans = await explain(server, large.database, async () => {
    weights = await tour(large)
  })
  const findings = { small: ofSmall, large: ofLarge, plans, countedScans, empty: emptyRoute(), weights }
  const { text, missed } = report(findings)
  console.log(text)
  return { code: options.strict && missed.length > 0 ? 1 : 0, lastLine: '' }
})
