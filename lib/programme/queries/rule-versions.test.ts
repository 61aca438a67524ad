import { expect, test } from 'vitest'
import { ruleTiers, ruleVersions } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { aMember, anAdmin } from '@/lib/auth/testing'
import { listRuleVersions, simulateRule } from './rule-versions'

const { db, as } = testDatabase()
const NOON = new Date('2026-06-15T10:00:00Z')
const DAY = '2026-06-15'
const RULE = {
  silver: { products: 3, cameras: 1 },
  gold: { products: 6, cameras: 2 },
  platinum: { products: 10, cameras: 2 },
}

test('each version says whether it is over, in force or to come', async () => {
  const admin = await anAdmin(as.owner)
  const [coming] = await as.owner.insert(ruleVersions).values({ effectiveFrom: '2026-09-01' }).returning()
  await as.owner
    .insert(ruleTiers)
    .values({ ruleVersionId: String(coming?.id), status: 'silver', products: 4, cameras: 1 })
  const stands = async (day: string) =>
    (await listRuleVersions(admin, day, db)).map((version) => version.stands)
  expect(await stands(DAY)).toEqual(['coming', 'inForce'])
  expect(await stands('2026-09-01')).toEqual(['inForce', 'past'])
})

test('trying thresholds says who would rise, stay or fall, and changes nobody', async () => {
  const admin = await anAdmin(as.owner)
  const of = async (rule: typeof RULE) =>
    (await simulateRule(admin, rule, DAY, db)).filter(({ country }) => country === 'SK')
  await aMember(as.owner, { country: 'SK' }, NOON)
  await aMember(as.owner, { country: 'SK' }, NOON)
  expect(await of(RULE)).toEqual([{ status: 'red', country: 'SK', rise: 0, stay: 2, fall: 0 }])
  const lower = { ...RULE, silver: { products: 0, cameras: 0 } }
  expect(await of(lower)).toEqual([{ status: 'red', country: 'SK', rise: 2, stay: 0, fall: 0 }])
  expect(await of(RULE)).toEqual([{ status: 'red', country: 'SK', rise: 0, stay: 2, fall: 0 }])
})
