'use server'

import * as benefits from '@/lib/services/commands/benefits'
import * as lines from '@/lib/services/commands/lines'
import {
  BenefitMove,
  BenefitRenaming,
  NewBenefit,
  ServiceChange,
  ServiceEnd,
  ServiceWithdrawal,
} from '@/lib/services/input'
import { adminAction, revalidateAndRedirect } from '../../admin-action'
import { placePath } from './place'

const PROGRAMME = '/staff/admin/programme'
const SERVICES = `${PROGRAMME}/services`

export const changeService = adminAction(ServiceChange, lines.changeService, (_, place) =>
  revalidateAndRedirect(PROGRAMME, placePath(place, 'changed')),
)

export const endService = adminAction(ServiceEnd, lines.endService, (_, place) =>
  revalidateAndRedirect(PROGRAMME, placePath(place, 'ended')),
)

export const withdrawService = adminAction(ServiceWithdrawal, lines.withdrawService, () =>
  revalidateAndRedirect(PROGRAMME, SERVICES, { done: 'takenBack' }),
)

export const addBenefit = adminAction(NewBenefit, benefits.addBenefit, () => backToBenefits('added'))

export const renameBenefit = adminAction(BenefitRenaming, benefits.renameBenefit, () =>
  backToBenefits('renamed'),
)

export const moveBenefit = adminAction(BenefitMove, benefits.moveBenefit, () => backToBenefits('moved'))

function backToBenefits(done: 'added' | 'renamed' | 'moved'): never {
  revalidateAndRedirect(PROGRAMME, `${SERVICES}/benefits`, { done })
}
