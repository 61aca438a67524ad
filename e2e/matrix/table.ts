// THE table of who may do what: every page, route and server action of the build, asked by everybody. What is refused
// changes nothing: no row, no job, no file, no cookie. Each part is played on a portal of its own, in which nobody else writes.

import { type OwnPortal, startOwnPortal } from '../fixtures/own-portal'
import { test } from '../fixtures/test'
import { type Cell, isNever } from './cells'
import type { Answer } from './request'
import { changesBy, makeWorld, type World } from './world'

/** A portal for the tests of this file, with a new world in it for each; they have come about when a test asks. */
export function playTable(part: string) {
  let portal: OwnPortal
  let world: World
  test.beforeAll(async () => {
    portal = await startOwnPortal(`matrix-${part}`)
  })
  test.afterAll(() => portal?.stop())
  test.beforeEach(async () => {
    world = await makeWorld(portal)
  })
  return {
    get portal() {
      return portal
    },
    get world() {
      return world
    },
    /** Sends a request, and returns its answer with all that it changed, cookies included. */
    async watch(send: () => Promise<Answer>) {
      let answer: Answer | undefined
      const changed = await changesBy(portal, async () => {
        answer = await send()
      })
      const cookies = answer?.headers.getSetCookie().map((cookie) => `cookie ${cookie.split('=')[0]}`) ?? []
      return { answer: answer as Answer, changed: [...changed, ...cookies] }
    },
  }
}

/** One cell, as a step that says who asks and what should come of it. */
export async function cell(
  who: string,
  expected: Cell,
  run: (expected: Exclude<Cell, { never: string }>) => Promise<void>,
) {
  if (isNever(expected))
    await test.step
      .skip(`${who}: there is no such case, ${expected.never}`, async () => {})
  else await test.step(`${who}: ${JSON.stringify(expected)}`, () => run(expected))
}
