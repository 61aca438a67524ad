'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireAdmin } from '@/lib/identity/session'
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

export async function change(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(ServiceChange, data, async (input) => {
    await lines.changeService(admin, input, new Date())
    goOn(placeOf(input), 'changed')
  })
}

export async function stop(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(ServiceEnd, data, async (input) => {
    await lines.endService(admin, input, new Date())
    goOn(placeOf(input), 'ended')
  })
}

export async function takeBack(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(ServiceWithdrawal, data, async (input) => {
    await lines.withdrawService(admin, input, new Date())
    goOn(SERVICES, 'takenBack')
  })
}

export async function add(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(NewBenefit, data, async (input) => {
    await benefits.addBenefit(admin, input, new Date())
    goOn(BENEFITS, 'added')
  })
}

export async function rename(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(BenefitRenaming, data, async (input) => {
    await benefits.renameBenefit(admin, input, new Date())
    goOn(BENEFITS, 'renamed')
  })
}

export async function move(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(BenefitMove, data, async (input) => {
    await benefits.moveBenefit(admin, input, new Date())
    goOn(BENEFITS, 'moved')
  })
}

const SERVICES = '/staff/admin/programme/services'
const BENEFITS = `${SERVICES}/benefits`

type Place = { benefit: string; status: string; country: string | null }
const placeOf = ({ benefit, status, country }: Place) =>
  `${SERVICES}/${benefit}/${status}${country ? `?country=${country}` : ''}`

function goOn(to: string, done: string): never {
  revalidatePath('/staff/admin/programme', 'layout')
  redirect(`${to}${to.includes('?') ? '&' : '?'}done=${done}`)
}
