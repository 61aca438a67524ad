'use server'

import * as benefits from '@/lib/services/commands/benefits'
import * as lines from '@/lib/services/commands/lines'
import { Change, Move, NewBenefit, Renaming, Stop, TakeBack } from '@/lib/services/input'
import { adminAction, goOn } from '../../admin-action'
import { placePath } from './place'

const PROGRAMME = '/staff/admin/programme'
const SERVICES = `${PROGRAMME}/services`

export const change = adminAction(Change, lines.changeLine, (_, place) =>
  goOn(PROGRAMME, placePath(place, 'changed')),
)

export const stop = adminAction(Stop, lines.stopLine, (_, place) =>
  goOn(PROGRAMME, placePath(place, 'ended')),
)

export const takeBack = adminAction(TakeBack, lines.takeLineBack, () =>
  goOn(PROGRAMME, SERVICES, { done: 'takenBack' }),
)

export const add = adminAction(NewBenefit, benefits.addBenefit, () => backToBenefits('added'))

export const rename = adminAction(Renaming, benefits.renameBenefit, () => backToBenefits('renamed'))

export const move = adminAction(Move, benefits.moveBenefit, () => backToBenefits('moved'))

function backToBenefits(done: 'added' | 'renamed' | 'moved'): never {
  goOn(PROGRAMME, `${SERVICES}/benefits`, { done })
}
