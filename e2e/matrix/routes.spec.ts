import { expect, test } from '../fixtures/test'
import { cellOf, hold } from './cells'
import { ask } from './request'
import { type Request, type RouteRow, routes } from './routes'
import { cell, playTable } from './table'
import { ACTORS, ASKING, type Asking } from './world'

const table = playTable('routes')

test.describe('routes', () => {
  test('next-auth signs out with its token alone, and not for another site', async () => {
    const csrf = await ask(table.portal, '/api/auth/csrf')
    const [cookie = ''] = csrf.headers.getSetCookie()
    const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? []
    const body = () => new URLSearchParams({ csrfToken: JSON.parse(csrf.body).csrfToken })
    const signOut = async (origin?: string, cookies = {}) => {
      const as = await table.world.who('member')
      return table.watch(() =>
        ask(table.portal, '/api/auth/signout', { method: 'POST', as, origin, cookies, body: body() }),
      )
    }
    expect((await signOut(table.portal.url)).changed).not.toContain('sessions')
    const token = { [name]: value }
    for (const origin of [undefined, 'null', 'https://lumix-pro.example'])
      expect((await signOut(origin, token)).changed, `from ${origin}`).not.toContain('sessions')
    expect((await signOut(table.portal.url, token)).changed).toContain('sessions')
  })

  for (const [name, rows] of Object.entries(routes))
    test(name, async () => {
      for (const row of rows)
        await test.step(`${row.method} ${(await row.make(table.world)).path}`, () => everyCell(row))
      const [{ make, method } = {} as RouteRow] = rows
      const answer = await ask(table.portal, (await make(table.world)).path, { method: 'DELETE' })
      expect([404, 405], `DELETE instead of ${method}`).toContain(answer.status)
    })

  async function everyCell(row: RouteRow) {
    const send = async ({ path, ...request }: Request, who: Asking, origin?: string) => {
      const as = await table.world.who(who)
      return table.watch(() => ask(table.portal, path, { ...request, as, origin, method: row.method }))
    }
    const own = row.method === 'POST' ? table.portal.url : undefined
    const [rightful = 'signedOut'] = ACTORS.filter(
      (who) => row.who[who] === 'done' || row.who[who] === 'shown',
    )

    for (const who of ASKING)
      await cell(who, cellOf(row.who, who), async (expected) => {
        const { answer, changed } = await send(await row.make(table.world), who, own)
        hold(expected, answer, changed, row.unwritten?.some((name) => name === who) ? [] : row.changes)
      })
    if (row.who[rightful] === 'done')
      for (const origin of [undefined, 'null', 'https://lumix-pro.example'])
        await test.step(`from ${origin ?? 'nowhere'}: nothing changes`, async () => {
          const { answer, changed } = await send(await row.make(table.world), rightful, origin)
          expect(answer.status).toBe(403)
          expect(changed).toEqual([])
        })
    await cell('a second time', row.again, async (expected) => {
      const request = await row.make(table.world)
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
        const { answer, changed } = await send(await column.make(table.world), rightful, own)
        hold(expected, answer, changed)
      })
  }
})
