import type { RegistrationState } from '@/lib/lists'
import 'server-only'
import { and, eq, ne, or } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { drafts, invoices, registrations } from '@/db/schema'
import type { DraftLine } from '@/db/schema/registrations'
import type { Member } from '@/lib/actor'
import { catalogue } from '@/lib/catalogue/queries/products'
import type { Product } from '@/lib/catalogue/rules'
import { identifyProduct } from '@/lib/catalogue/search'
import type en from '@/lib/i18n/messages/en/registrations.json'
import { berlinDate } from '@/lib/time'
import { readyLine } from '../input'
import { blocksUnit, looksMistyped, serialKey } from '../rules'

type LineField = 'model' | 'serial' | 'purchasedOn' | 'dealer'
/** A key of the member's messages, `products.problems`. */
export type LineProblem = keyof typeof en.problems
/** A warning that does not block sending. */
export type LineWarning = 'taken' | 'mistyped' | 'notCounting'

/** A line of the list with its problems. It can be registered when `problems` is empty. */
export type CheckedLine = {
  typed: DraftLine
  product?: Product
  serialKey: string
  /** The possible products, when the model is ambiguous. */
  choices: Product[]
  /** The maker, when it is not our equipment. */
  maker?: string
  problems: Partial<Record<LineField, LineProblem>>
  /** The member's own registration of this unit. */
  own?: { id: string; state: RegistrationState }
  warnings: LineWarning[]
}

/** Returns the list a member is working on, with its invoice, or null. */
export async function draftOf(member: Member, on: Database = db) {
  const [draft] = await on
    .select({
      lines: drafts.lines,
      updatedAt: drafts.updatedAt,
      invoice: {
        id: invoices.id,
        fileName: invoices.fileName,
        bytes: invoices.bytes,
        state: invoices.state,
        problem: invoices.problem,
      },
    })
    .from(drafts)
    .leftJoin(invoices, and(eq(invoices.id, drafts.invoiceId), eq(invoices.memberId, drafts.memberId)))
    .where(eq(drafts.memberId, member.ownMemberId))
  return draft ?? null
}

/** Leaves out lines that were added and never used. */
export const usedLines = (lines: readonly DraftLine[]) =>
  lines.filter(({ model, serial }) => model.trim() !== '' || serial.trim() !== '')

/** Checks each line: its product, problems and warnings. Changes nothing. */
export async function checkLines(member: Member, lines: readonly DraftLine[], at: Date, on: Database = db) {
  const schema = readyLine(berlinDate(at))
  const all = await catalogue(at, on)
  const checked = lines.map((typed) => checkLine(typed, schema, all))
  await markRegisteredUnits(member, checked, on)
  markDuplicates(checked)
  return checked
}

export const isReady = (line: CheckedLine): line is CheckedLine & { product: Product } =>
  line.product !== undefined && Object.keys(line.problems).length === 0

/** Returns an identifier of one warning about one unit, so that a member can confirm having seen exactly this one. */
export const warningMark = (line: CheckedLine, warning: LineWarning) =>
  `${warning}.${line.product?.id}.${line.serialKey}`

function checkLine(typed: DraftLine, schema: ReturnType<typeof readyLine>, all: Product[]) {
  const { product, choices, maker, problem } = readModel(typed, all)
  const line: CheckedLine = {
    typed,
    product,
    choices,
    maker,
    serialKey: serialKey(typed.serial),
    problems: {},
    warnings: [],
  }
  if (problem) line.problems.model = problem
  for (const issue of schema.safeParse(typed).error?.issues ?? []) {
    line.problems[issue.path[0] as LineField] ??= issue.message as LineProblem
  }
  if (!line.problems.serial && looksMistyped(typed.serial)) line.warnings.push('mistyped')
  if (product && !product.qualifying) line.warnings.push('notCounting')
  return line
}

type Model = Pick<CheckedLine, 'product' | 'choices' | 'maker'> & { problem?: LineProblem }

function readModel({ model, productId }: DraftLine, all: Product[]): Model {
  if (!model.trim()) return { choices: [], problem: 'modelMissing' }
  const registered = identifyProduct(model, productId, all)
  if ('product' in registered) return { product: registered.product, choices: [] }
  if ('maker' in registered) return { choices: [], maker: registered.maker, problem: 'thirdParty' }
  return {
    choices: registered.choices,
    problem: registered.choices.length > 0 ? 'modelUnclear' : 'modelUnknown',
  }
}

/** Marks units that are already registered: by this member, or verified for somebody else, who is not revealed. */
async function markRegisteredUnits(member: Member, lines: CheckedLine[], on: Database) {
  const ready = lines.filter(isReady)
  if (ready.length === 0) return
  const units = ready.map((line) =>
    and(eq(registrations.productId, line.product.id), eq(registrations.serialKey, line.serialKey)),
  )
  const registered = await on
    .select({
      id: registrations.id,
      memberId: registrations.memberId,
      productId: registrations.productId,
      serialKey: registrations.serialKey,
      state: registrations.state,
    })
    .from(registrations)
    .where(and(ne(registrations.state, 'withdrawn'), or(...units)))
  for (const line of ready) {
    const sameUnit = registered.filter(
      (one) => one.productId === line.product.id && one.serialKey === line.serialKey,
    )
    const own = sameUnit.find((one) => one.memberId === member.ownMemberId)
    if (own)
      Object.assign(line, { own: { id: own.id, state: own.state }, problems: { serial: 'alreadyYours' } })
    else if (sameUnit.some((one) => blocksUnit(one.state))) line.warnings.push('taken')
  }
}

function markDuplicates(lines: CheckedLine[]) {
  const seen = new Set<string>()
  for (const line of lines.filter(isReady)) {
    const unit = `${line.product.id}.${line.serialKey}`
    if (seen.has(unit)) line.problems.serial = 'twice'
    seen.add(unit)
  }
}
