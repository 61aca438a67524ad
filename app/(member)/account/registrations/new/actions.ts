'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { z } from 'zod'
import type { Member } from '@/lib/actor'
import { recordModels } from '@/lib/catalogue/commands/unmatched'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireMember } from '@/lib/identity/session'
import { addLine, removeLine, saveRegistrationDraft } from '@/lib/registrations/commands/draft'
import { TypedList } from '@/lib/registrations/input'
import { type CheckedLine, checkLines, type LineProblem, usedLines } from '@/lib/registrations/queries/draft'

const HERE = '/account/registrations/new'

/** Saves the list, valid or not; then adds or removes a line, continues to the invoice, or reports what is missing. */
export async function editList(_: FormState, data: FormData) {
  const member = await requireMember()
  return submit(TypedList, data, async ({ intent, lines, places }) => {
    const at = new Date()
    if (intent === 'next') return continueToInvoice(member, { lines, places }, at)
    if (intent === 'add') await addLine(member, lines, at)
    else if (intent === 'save') await saveRegistrationDraft(member, lines, at)
    else await removeLine(member, lines, Number(intent.slice('remove.'.length)), at)
    redirect(intent === 'save' ? '/account/registrations' : HERE)
  })
}

type Typed = Pick<z.output<typeof TypedList>, 'lines' | 'places'>

async function continueToInvoice(member: Member, { lines, places }: Typed, at: Date): Promise<FormState> {
  await saveRegistrationDraft(member, lines, at)
  const filled = usedLines(lines)
  const used = filled.length > 0 ? filled : lines
  const checked = await checkLines(member, used, at)
  await recordModels(member, checked.map(toTypedModel), at)
  const errors = await problemsByField(
    checked,
    used.map((line) => places[lines.indexOf(line)] ?? 0),
  )
  if (Object.keys(errors).length > 0) {
    refresh()
    return { errors }
  }
  redirect(`${HERE}/invoice`)
}

/** A model is unknown while neither we nor the member can identify the product. Another maker's counts as known. */
const toTypedModel = ({ typed, problems: { model } }: CheckedLine) => ({
  text: typed.model,
  known: model !== 'modelUnknown' && model !== 'modelUnclear',
})

async function problemsByField(lines: CheckedLine[], places: number[]) {
  const t = await getTranslations('registrations')
  const errors: Record<string, string> = {}
  for (const [index, { problems, maker }] of lines.entries()) {
    for (const [field, problem] of Object.entries(problems) as [string, LineProblem][]) {
      const text = t(`problems.${problem}`, { maker: maker ?? '' })
      errors[`lines.${places[index]}.${field}`] =
        places.length > 1 ? `${t('new.line', { number: index + 1 })}: ${text}` : text
    }
  }
  return errors
}
