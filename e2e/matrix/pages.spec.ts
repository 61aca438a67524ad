import { builtActions, builtPages, builtRoutes } from '@/bin/portal/manifests'
import { expect, setting, test } from '../fixtures/test'
import { actions } from './actions'
import { cellOf, hold, isNever } from './cells'
import { pages } from './pages'
import { ask } from './request'
import { routes } from './routes'
import { cell, playTable } from './table'
import { askFor, holdClosed, isTurnedAway, VARIANTS } from './variants'
import { ACTORS, ASKING, type Asking, changesBy } from './world'

const table = playTable('pages')

test('the table names every page, route and action of the build, and no other', () => {
  // What Next adds: the not-found page is asked for by every malformed id, the error page by the tests of health.
  const ofNext = ['/_global-error/page', '/_not-found/page']
  const build = setting('PORTAL_BUILD')
  const files = (built: { file: string }[]) => built.map(({ file }) => file)
  expect(Object.keys(pages).sort()).toEqual(files(builtPages(build)).filter((page) => !ofNext.includes(page)))
  expect(Object.keys(routes).sort()).toEqual(files(builtRoutes(build)))
  expect(Object.keys(actions).sort()).toEqual([...builtActions(build).keys()].sort())
})

test.describe('pages', () => {
  for (const [name, row] of Object.entries(pages))
    test(name, async () => {
      const open = async (at: string, who: Asking) => {
        const as = await table.world.who(who)
        return table.watch(() => ask(table.portal, at, { as }))
      }
      for (const who of ASKING)
        await cell(who, cellOf(row.who, who), async (expected) => {
          const { answer, changed } = await open(await row.at(table.world), who)
          hold(expected, answer, changed, expected === 'shown' ? row.writes : [])
        })
      const [rightful = 'signedOut'] = ACTORS.filter((who) => row.who[who] === 'shown').reverse()
      const { malformed, over } = row
      if (malformed)
        await cell('a malformed id', malformed.cell, async (expected) => {
          const { answer, changed } = await open(malformed.at, rightful)
          hold(expected, answer, changed)
        })
      if (over)
        await cell('what is over', over.cell, async (expected) => {
          const { answer, changed } = await open(await over.at(table.world), 'member')
          hold(expected, answer, changed)
        })
    })
})

test.describe('pages as data and as prefetch', () => {
  for (const [name, { at, who: may }] of Object.entries(pages))
    test(name, async () => {
      const path = await at(table.world)
      for (const actor of ASKING) {
        const as = await table.world.who(actor)
        const cell = cellOf(may, actor)
        const ways = isNever(cell) ? [] : VARIANTS
        const secrets = actor === 'member' ? [] : [table.world.member.email]
        const changed = await changesBy(table.portal, async () => {
          for (const { name: way, ...variant } of cell === 'shown' ? ways.slice(0, 1) : ways) {
            const answer = await askFor(variant, path, (at, headers) =>
              ask(table.portal, at, { as, headers }),
            )
            if (cell === 'shown')
              expect(
                isTurnedAway(answer),
                `${actor}, ${way}: ${answer.status} ${answer.to} ${answer.body.slice(0, 1500)}`,
              ).toBe(false)
            else holdClosed(answer, variant.headers, secrets, `${actor}, ${way}`)
          }
        })
        if (cell !== 'shown') expect(changed, actor).toEqual([])
      }
    })
})
