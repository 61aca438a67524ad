import { expect } from '@playwright/test'
import type { Answer } from './request'
import type { ActorName, Asking } from './world'

/**
 * What a cell of the tables says:
 * 'shown' the page itself, 'sign-in' to the sign-in page, 'nothing' not found, 'refused' with a sentence,
 * 'done' the change is made, `{ to }` led elsewhere, `{ status }` that status, `{ never }` there is no such case, and why.
 */
export type Cell =
  | 'shown'
  | 'sign-in'
  | 'nothing'
  | 'refused'
  | 'done'
  | { to: string | RegExp }
  | { status: number }
  | { never: string }

export const never = (why: string) => ({ never: why })
export const to = (path: string | RegExp) => ({ to: path })
export const status = (number: number) => ({ status: number })

export const isNever = (cell: Cell): cell is { never: string } => typeof cell === 'object' && 'never' in cell

/** Who gets what. `pending` is written only where a second factor is set up or shown: everywhere else it follows. */
export type Who = Record<ActorName, Cell> & { pending?: Cell }

/**
 * Staff who have yet to show a second factor get what anybody gets, and are led on from the pages for visitors; whatever wants
 * a sign-in leads them to where the factor is shown.
 */
export function cellOf(who: Who, asking: Asking): Cell {
  if (asking !== 'pending') return who[asking]
  if (who.pending) return who.pending
  if (who.signedOut === 'sign-in') return to(/^\/staff\/factors\/show/)
  return typeof who.admin === 'object' && 'to' in who.admin ? who.admin : who.signedOut
}

/** Compares an answer, and what it changed, with its cell. Only 'done' may change what the row says it changes. */
export function hold(
  cell: Exclude<Cell, { never: string }>,
  answer: Answer,
  changed: string[],
  mayChange: string[] = [],
) {
  if (cell === 'done') expect(changed).toEqual(expect.arrayContaining(mayChange))
  else if (cell === 'shown') expect(changed).toEqual(mayChange)
  else expect(changed, 'changed by a request that was refused').toEqual([])

  if (cell === 'shown') expect(answer).toMatchObject({ status: 200, to: undefined })
  else if (cell === 'sign-in') expect(answer.to).toMatch(/^\/sign-in(\?next=|$)/)
  else if (cell === 'nothing') expect(answer).toMatchObject({ status: 404, to: undefined })
  else if (cell === 'refused') expect(sentenceOf(answer)).toBe(true)
  else if (cell === 'done') expect(answer.status).toBeLessThan(400)
  else if ('to' in cell)
    expect(answer.to).toMatch(cell.to instanceof RegExp ? cell.to : new RegExp(`^${cell.to}$`))
  else expect(answer).toMatchObject(cell)
}

/** A refused form comes back with a sentence; a reviewer who was second is led to the page that says it. */
const sentenceOf = ({ body, to }: Answer) =>
  /"(message|errors)":/.test(body) || /[?&](told|problem)=/.test(to ?? '')
