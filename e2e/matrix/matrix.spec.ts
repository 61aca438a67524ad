// THE table of who may do what: every page, route and server action of the build, asked by everybody. What is refused
// changes nothing: no row, no job, no file, no cookie. It runs on a portal of its own, in which nobody else writes.

import { type OwnPortal, startOwnPortal } from '../fixtures/own-portal'
import type { Person } from '../fixtures/people'
import { expect, test } from '../fixtures/test'
import { type ActionRow, actions, type Call, ownPurchase } from './actions'
import { builtActions, builtPages, builtRoutes } from './build'
import { type Cell, cellOf, hold, isNever } from './cells'
import { pages } from './pages'
import { type Answer, ask, callAction } from './request'
import { type Request, type RouteRow, routes } from './routes'
import { askFor, holdClosed, isTurnedAway, VARIANTS } from './variants'
import { ACTORS, ASKING, type Asking, changesBy, makeWorld, type World } from './world'

let portal: OwnPortal
let world: World

test.beforeAll(async () => {
  portal = await startOwnPortal('matrix')
})
test.afterAll(() => portal?.stop())
test.beforeEach(async () => {
  world = await makeWorld(portal)
})

test('the table names every page, route and action of the build, and no other', () => {
  // What Next adds: the not-found page is asked for by every malformed id, the error page by the tests of health.
  const ofNext = ['/_global-error/page', '/_not-found/page']
  expect(Object.keys(pages).sort()).toEqual(builtPages().filter((page) => !ofNext.includes(page)))
  expect(Object.keys(routes).sort()).toEqual(builtRoutes())
  expect(Object.keys(actions).sort()).toEqual([...builtActions().keys()].sort())
})

/** Sends a request, and gives its answer with all that it changed, cookies included. */
async function watch(send: () => Promise<Answer>) {
  let answer: Answer | undefined
  const changed = await changesBy(portal, async () => {
    answer = await send()
  })
  const cookies = answer?.headers.getSetCookie().map((cookie) => `cookie ${cookie.split('=')[0]}`) ?? []
  return { answer: answer as Answer, changed: [...changed, ...cookies] }
}

/** One cell, as a step that says who asks and what should come of it. */
async function cell(
  who: string,
  expected: Cell,
  run: (expected: Exclude<Cell, { never: string }>) => Promise<void>,
) {
  if (isNever(expected))
    await test.step
      .skip(`${who}: there is no such case, ${expected.never}`, async () => {})
  else await test.step(`${who}: ${JSON.stringify(expected)}`, () => run(expected))
}

test.describe('pages', () => {
  for (const [name, row] of Object.entries(pages))
    test(name, async () => {
      const open = async (at: string, who: Asking) => {
        const as = await world.who(who)
        return watch(() => ask(portal, at, { as }))
      }
      for (const who of ASKING)
        await cell(who, cellOf(row.who, who), async (expected) => {
          const { answer, changed } = await open(await row.at(world), who)
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
          const { answer, changed } = await open(await over.at(world), 'member')
          hold(expected, answer, changed)
        })
    })
})

test.describe('pages as data and as prefetch', () => {
  for (const [name, { at, who: may }] of Object.entries(pages))
    test(name, async () => {
      const path = await at(world)
      for (const actor of ASKING) {
        const as = await world.who(actor)
        const cell = cellOf(may, actor)
        const ways = isNever(cell) ? [] : VARIANTS
        const secrets = actor === 'member' ? [] : [world.member.email]
        const changed = await changesBy(portal, async () => {
          for (const { name: way, ...variant } of cell === 'shown' ? ways.slice(0, 1) : ways) {
            const answer = await askFor(variant, path, (at, headers) => ask(portal, at, { as, headers }))
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

test.describe('actions', () => {
  const FOREIGN = {
    'no Origin': undefined,
    'Origin: null': 'null',
    'another site': 'https://lumix-pro.example',
  }

  for (const [name, row] of Object.entries(actions))
    test(name, async () => {
      const id = builtActions().get(name) ?? ''
      // Where nobody may, whoever is refused with a sentence asks for the columns besides.
      const [rightful = 'signedOut'] = ['done', 'refused'].flatMap((cell) =>
        ACTORS.filter((who) => row.who[who] === cell),
      )
      const send = async ({ path, form, cookies }: Call, who: Asking, origin?: string, person?: Person) => {
        const as = person ?? (await world.who(who))
        const fields = typeof form === 'function' ? await form(as) : form
        return watch(() => callAction(portal, id, path, fields, { as, origin, cookies, before: !row.plain }))
      }

      for (const who of ASKING)
        await cell(who, cellOf(row.who, who), async (expected) => {
          const { answer, changed } = await send(await row.make(world), who, portal.url)
          hold(expected, answer, changed, row.changes)
        })
      for (const [title, origin] of Object.entries(FOREIGN))
        await test.step(`${title}: nothing changes`, async () => {
          const { answer, changed } = await send(await row.make(world), rightful, origin)
          expect(changed).toEqual([])
          if (!origin && !row.plain) hold('refused', answer, changed)
        })
      const person = await world.who(rightful)
      await others(row, (call) => send(call, rightful, portal.url, person))
    })

  async function others(row: ActionRow, send: (call: Call) => ReturnType<typeof watch>) {
    const uncounted = (changed: string[]) => changed.filter((part) => !row.counts?.includes(part))
    for (const [title, column] of Object.entries({
      'a malformed id': row.malformed,
      'what is over': row.over,
    }))
      await cell(title, 'never' in column ? column : column.cell, async (expected) => {
        if ('never' in column) return
        const { answer, changed } = await send(await column.make(world))
        hold(expected, answer, uncounted(changed))
      })
    await cell('a second click', row.again, async (expected) => {
      const call = sameTwice(await row.make(world))
      await send(call)
      const { answer, changed } = await send(call)
      hold(expected, answer, uncounted(changed), [])
    })
  }

  /** The very same form both times, also where it is made for whoever sends it. */
  function sameTwice({ form, ...call }: Call): Call {
    if (typeof form !== 'function') return { ...call, form }
    let made: ReturnType<typeof form> | undefined
    return { ...call, form: (as) => (made ??= form(as)) }
  }

  test('nobody decides about their own purchase, and the second reviewer changes nothing', async () => {
    const id = builtActions().get('app/staff/reviews/[id]/actions.ts#decide') ?? ''
    const { reviewer, path, forms } = await ownPurchase(world)
    for (const form of forms) {
      const { answer, changed } = await watch(() =>
        callAction(portal, id, path, form, { as: reviewer, origin: portal.url }),
      )
      hold('refused', answer, changed)
    }
    const [form = {}] = forms
    const { reviewer: first, admin: second } = world
    await callAction(portal, id, path, form, { as: first, origin: portal.url })
    const { answer, changed } = await watch(() =>
      callAction(portal, id, path, form, { as: second, origin: portal.url }),
    )
    hold(
      'refused',
      answer,
      changed.filter((part) => part !== 'log_entries'),
    ) // the answer shows the item, which is written down
  })
})

test.describe('routes', () => {
  test('next-auth signs out with its token alone, and not for another site', async () => {
    const csrf = await ask(portal, '/api/auth/csrf')
    const [cookie = ''] = csrf.headers.getSetCookie()
    const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? []
    const body = () => new URLSearchParams({ csrfToken: JSON.parse(csrf.body).csrfToken })
    const signOut = async (origin?: string, cookies = {}) => {
      const as = await world.who('member')
      return watch(() =>
        ask(portal, '/api/auth/signout', { method: 'POST', as, origin, cookies, body: body() }),
      )
    }
    expect((await signOut(portal.url)).changed).not.toContain('sessions')
    const token = { [name]: value }
    for (const origin of [undefined, 'null', 'https://lumix-pro.example'])
      expect((await signOut(origin, token)).changed, `from ${origin}`).not.toContain('sessions')
    expect((await signOut(portal.url, token)).changed).toContain('sessions')
  })

  for (const [name, rows] of Object.entries(routes))
    test(name, async () => {
      for (const row of rows)
        await test.step(`${row.method} ${(await row.make(world)).path}`, () => everyCell(row))
      const [{ make, method } = {} as RouteRow] = rows
      const answer = await ask(portal, (await make(world)).path, { method: 'DELETE' })
      expect([404, 405], `DELETE instead of ${method}`).toContain(answer.status)
    })

  async function everyCell(row: RouteRow) {
    const send = async ({ path, ...request }: Request, who: Asking, origin?: string) => {
      const as = await world.who(who)
      return watch(() => ask(portal, path, { ...request, as, origin, method: row.method }))
    }
    const own = row.method === 'POST' ? portal.url : undefined
    const [rightful = 'signedOut'] = ACTORS.filter(
      (who) => row.who[who] === 'done' || row.who[who] === 'shown',
    )

    for (const who of ASKING)
      await cell(who, cellOf(row.who, who), async (expected) => {
        const { answer, changed } = await send(await row.make(world), who, own)
        hold(expected, answer, changed, row.unwritten?.some((name) => name === who) ? [] : row.changes)
      })
    if (row.who[rightful] === 'done')
      for (const origin of [undefined, 'null', 'https://lumix-pro.example'])
        await test.step(`from ${origin ?? 'nowhere'}: nothing changes`, async () => {
          const { answer, changed } = await send(await row.make(world), rightful, origin)
          expect(answer.status).toBe(403)
          expect(changed).toEqual([])
        })
    await cell('a second time', row.again, async (expected) => {
      const request = await row.make(world)
      await send(request, rightful, own)
      const { answer, changed } = await send(request, rightful, own)
      hold(
        expected,
        answer,
        changed.filter((part) => !row.counts?.includes(part)),
      )
    })
    for (const [title, column] of Object.entries({
      'a malformed id': row.malformed,
      'what is over': row.over,
    }))
      await cell(title, 'never' in column ? column : column.cell, async (expected) => {
        if ('never' in column) return
        const { answer, changed } = await send(await column.make(world), rightful, own)
        hold(expected, answer, changed)
      })
  }
})
