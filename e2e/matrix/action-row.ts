import type { Person } from '../fixtures/people'
import type { Cell, Who } from './cells'
import type { Form } from './request'
import type { World } from './world'

/**
 * One call of an action: the page it is posted to, its form, and what the browser's cookies hold besides the session. A form
 * that belongs to the sender’s session is created for them.
 */
export type Call = {
  path: string
  form: Form | ((as?: Person) => Promise<Form>)
  cookies?: Record<string, string>
}
export type Make = (world: World) => Call | Promise<Call>
type Column = { make: Make; cell: Cell } | { never: string }

export type ActionRow = {
  /** A call that succeeds for everybody who may make it, on fresh data. */
  make: Make
  who: Who
  /** What success changes: tables, `files`, `cookie …`. */
  changes: string[]
  /** What a refusal may change all the same: it counts tries, or writes the check down. */
  counts?: string[]
  malformed: Column
  over: Column
  /** The same call once more, by the same person. */
  again: Cell
  /** The action takes the form alone and says nothing. */
  plain?: true
}
