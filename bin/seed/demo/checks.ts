import { randomUUID } from 'node:crypto'
import { logReads } from '@/db/schema'
import { CENTRES } from './people'
import { moment, required, type Stage } from './stage'

type Check = {
  ago: number
  desk: string
  /** Undefined for a number that no card has. */
  of?: string
  purpose: 'card' | 'service' | 'misuse'
  caseNumber?: string
}

const CHECKS: readonly Check[] = [
  { ago: 160, desk: 'hamburg', of: 'ruben', purpose: 'service', caseNumber: 'HH-20418' },
  { ago: 88, desk: 'portland', of: 'birte', purpose: 'card' },
  { ago: 71, desk: 'lyon', of: 'odile', purpose: 'service', caseNumber: 'L 771/3' },
  { ago: 52, desk: 'tokyo', of: 'ruben', purpose: 'card' },
  { ago: 33, desk: 'tokyo', of: 'nora', purpose: 'card' },
  { ago: 15, desk: 'poznan', of: 'birte', purpose: 'misuse', caseNumber: '2026-118' },
  { ago: 8, desk: 'hamburg', of: 'ruben', purpose: 'service', caseNumber: 'HH-21977' },
]

/** Members who visit a desk now and then; the others keep their short lists of checks. */
const REGULARS = [
  ['hamburg', 'knut'],
  ['hamburg', 'maximiliane'],
  ['lyon', 'odile'],
  ['hamburg', undefined],
  ['tokyo', 'reto'],
  ['portland', 'gil'],
  ['poznan', 'maximiliane'],
  ['lyon', undefined],
] as const

/** A few checks a week for half a year, so that the overview has data. */
const everyday = (): Check[] =>
  Array.from({ length: 80 }, (_, n) => {
    const [desk, of] = REGULARS[(n * 5 + (n % 3)) % REGULARS.length] ?? REGULARS[0]
    return { ago: 1 + ((n * 29) % 175), desk, of, purpose: n % 4 ? 'card' : 'service' }
  })

/** Writes log rows of card checks directly, since the desk's own function always uses the current time. */
export async function seedChecks({ tx, now, desks, members }: Stage) {
  const checks = [...CHECKS, ...everyday()].map(({ ago, desk, of, purpose, caseNumber }, order) => {
    const { id, centreId } = required(desks.get(desk), desk)
    return {
      at: moment(now, ago, order % 20),
      actorId: id,
      actorRole: 'desk' as const,
      action: 'card.checked' as const,
      memberId: of === undefined ? null : required(members.get(of), of).ownMemberId,
      subjectId: randomUUID(),
      centreId,
      country: CENTRES.find(({ key }) => key === desk)?.country,
      purpose,
      caseNumber,
      hit: of !== undefined,
    }
  })
  await tx.insert(logReads).values(checks)
}
