import { builtActions } from '@/bin/portal/manifests'
import type { Person } from '../fixtures/people'
import { expect, setting, test } from '../fixtures/test'
import type { ActionRow, Call } from './action-row'
import { actions } from './actions'
import { cellOf, hold } from './cells'
import { callAction } from './request'
import { ownPurchase } from './review-actions'
import { cell, playTable } from './table'
import { ACTORS, ASKING, type Asking } from './world'

const table = playTable('actions')
const ids = builtActions(setting('PORTAL_BUILD'))

test.describe('actions', () => {
  const FOREIGN = {
    'no Origin': undefined,
    'Origin: null': 'null',
    'another site': 'https://lumix-pro.example',
  }

  for (const [name, row] of Object.entries(actions))
    test(name, async () => {
      const id = ids.get(name) ?? ''
      // Where nobody may, the first actor refused with a sentence sends the other columns.
      const [rightful = 'signedOut'] = ['done', 'refused'].flatMap((cell) =>
        ACTORS.filter((who) => row.who[who] === cell),
      )
      const send = async ({ path, form, cookies }: Call, who: Asking, origin?: string, person?: Person) => {
        const as = person ?? (await table.world.who(who))
        const fields = typeof form === 'function' ? await form(as) : form
        return table.watch(() =>
          callAction(table.portal, id, path, fields, { as, origin, cookies, before: !row.plain }),
        )
      }

      for (const who of ASKING)
        await cell(who, cellOf(row.who, who), async (expected) => {
          const { answer, changed } = await send(await row.make(table.world), who, table.portal.url)
          hold(expected, answer, changed, row.changes)
        })
      for (const [title, origin] of Object.entries(FOREIGN))
        await test.step(`${title}: nothing changes`, async () => {
          const { answer, changed } = await send(await row.make(table.world), rightful, origin)
          expect(changed).toEqual([])
          if (!origin && !row.plain) hold('refused', answer, changed)
        })
      const person = await table.world.who(rightful)
      await others(row, (call) => send(call, rightful, table.portal.url, person))
    })

  async function others(row: ActionRow, send: (call: Call) => ReturnType<typeof table.watch>) {
    const uncounted = (changed: string[]) => changed.filter((part) => !row.counts?.includes(part))
    for (const [title, column] of Object.entries({
      'a malformed id': row.malformed,
      'what is over': row.over,
    }))
      await cell(title, 'never' in column ? column : column.cell, async (expected) => {
        if ('never' in column) return
        const { answer, changed } = await send(await column.make(table.world))
        hold(expected, answer, uncounted(changed))
      })
    await cell('a second click', row.again, async (expected) => {
      const call = sameTwice(await row.make(table.world))
      await send(call)
      const { answer, changed } = await send(call)
      hold(expected, answer, uncounted(changed), [])
    })
  }

  /** The very same form both times, even where it depends on the sender. */
  function sameTwice({ form, ...call }: Call): Call {
    if (typeof form !== 'function') return { ...call, form }
    let made: ReturnType<typeof form> | undefined
    return { ...call, form: (as) => (made ??= form(as)) }
  }

  test('nobody decides about their own purchase, and the second reviewer changes nothing', async () => {
    const id = ids.get('app/staff/reviews/[id]/actions.ts#decideRegistration') ?? ''
    const { reviewer, path, forms } = await ownPurchase(table.world)
    for (const form of forms) {
      const { answer, changed } = await table.watch(() =>
        callAction(table.portal, id, path, form, { as: reviewer, origin: table.portal.url }),
      )
      hold('refused', answer, changed)
    }
    const [form = {}] = forms
    const { reviewer: first, admin: second } = table.world
    await callAction(table.portal, id, path, form, { as: first, origin: table.portal.url })
    const { answer, changed } = await table.watch(() =>
      callAction(table.portal, id, path, form, { as: second, origin: table.portal.url }),
    )
    hold(
      'refused',
      answer,
      changed.filter((part) => part !== 'log_entries'),
    ) // the answer shows the item, which is written down
  })
})
