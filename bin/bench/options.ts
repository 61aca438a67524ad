import { parseArgs } from 'node:util'

export const SMALL = 10_000

/** So that no desk checks more than 60 cards, see staff.ts. */
const MOST = 20_000

export type Options = { members: number; rounds: number; requests: number; strict: boolean }

/** What may follow `npm run bench --`. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      members: { type: 'string', default: '200000' },
      rounds: { type: 'string', default: '9' },
      requests: { type: 'string', default: '300' },
      strict: { type: 'boolean', default: false },
    },
  })
  const members = positive('members', values.members)
  if (members <= SMALL) throw new Error(`--members is the large set; the small one has ${SMALL} already.`)
  const [rounds, requests] = [positive('rounds', values.rounds), positive('requests', values.requests)]
  if (rounds * requests > MOST)
    throw new Error(
      `At most ${MOST} of each kind in all rounds: then every desk has done its checks of this hour.`,
    )
  return { members, rounds, requests, strict: values.strict }
}

function positive(name: string, text: string) {
  const number = Number(text)
  if (number > 0 && Number.isInteger(number)) return number
  throw new Error(`--${name} is wrong: "${text}" is no whole number above 0.`)
}
