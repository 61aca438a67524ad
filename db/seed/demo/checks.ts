import { randomUUID } from 'node:crypto'
import { logEntries } from '@/db/schema'
import { CENTRES } from './people'
import { moment, must, type Stage } from './stage'

type Check = {
  ago: number
  desk: string
  of: string
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

/** Cards that were checked, as the log tells it. The desk's own function knows no past: it goes by the clock. */
export async function seedChecks({ tx, now, desks, members }: Stage) {
  for (const { ago, desk, of, purpose, caseNumber } of CHECKS) {
    const { id, centreId } = must(desks.get(desk), desk)
    await tx.insert(logEntries).values({
      at: moment(now, ago),
      actorId: id,
      actorRole: 'desk',
      action: 'card.checked',
      memberId: must(members.get(of), of).ownMemberId,
      subjectId: randomUUID(),
      centreId,
      country: CENTRES.find(({ key }) => key === desk)?.country,
      purpose,
      caseNumber,
      hit: true,
    })
  }
}
