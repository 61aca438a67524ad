import 'server-only'
import { eq, inArray } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { benefits, countries, services } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { requireFreshFactor } from '@/lib/fresh-factor'
import { record } from '@/lib/log/record'
import { berlinDate } from '@/lib/time'
import type { ServiceChange, ServiceEnd, ServiceWithdrawal } from '../input'
import { linesOf, type ServicePlace } from '../queries'
import { changeFrom, endFrom, type LineEdit, seenOf, withdrawLine } from '../rules'

/**
 * Changes a benefit for a status in a country from a day on: adds a line, and ends the previous one. Refuses today and the past,
 * an unknown benefit, and lines that differ from what the admin saw. Returns the line's id.
 */
export async function changeService(admin: Admin, input: ServiceChange, at: Date, on: Database = db) {
  requireFreshFactor(admin, at)
  requireComing(input.from, at)
  const { benefit, status, country, texts, quantity, offered, reason } = {
    ...input,
    texts: { en: input.en, de: input.de },
    offered: input.offered === 'yes',
  }
  if (!offered && country === null) throw new Refusal('servicesOnlyInCountry', 'country')
  return on.transaction(async (tx) => {
    const lines = await lockPlace(tx, admin, input, at, input.seen)
    const edit = changeFrom(lines, input.from)
    await applyEdit(tx, edit)
    const [created] = await tx
      .insert(services)
      .values({
        benefitId: benefit,
        status,
        country,
        texts,
        quantity,
        offered,
        reason,
        publishedBy: admin.id,
        publishedAt: at,
        effectiveFrom: input.from,
        ...edit.add,
      })
      .returning({ id: services.id })
    if (!created) throw new Error('The line was not created.')
    await record(tx, admin, 'service.changed', { subjectId: created.id, reason, at })
    return created.id
  })
}

/** Ends the lines of a place from a day on: the benefit, or a country's own line, so that the one for every country applies there. */
export async function endService(admin: Admin, input: ServiceEnd, at: Date, on: Database = db) {
  requireFreshFactor(admin, at)
  requireComing(input.from, at)
  await on.transaction(async (tx) => {
    const edit = endFrom(await lockPlace(tx, admin, input, at, input.seen), input.from)
    if (!edit) throw new Refusal('servicesNothingToEnd', 'from')
    await applyEdit(tx, edit)
    const subjectId = edit.end[0]?.id ?? edit.remove[0]
    await record(tx, admin, 'service.ended', { subjectId, reason: input.reason, at })
  })
}

/** Withdraws a coming line: the one it replaced continues. Refuses one that has begun, and a second click. */
export async function withdrawService(
  admin: Admin,
  { line: id, reason }: ServiceWithdrawal,
  at: Date,
  on: Database = db,
) {
  requireFreshFactor(admin, at)
  await on.transaction(async (tx) => {
    const [line] = await tx
      .select({ benefit: services.benefitId, status: services.status, country: services.country })
      .from(services)
      .where(eq(services.id, id))
    if (!line || line.status === 'red') throw new Refusal('servicesNotComing')
    const lines = await lockPlace(tx, admin, { ...line, status: line.status }, at)
    const edit = withdrawLine(lines, id, berlinDate(at))
    if (!edit) throw new Refusal('servicesNotComing')
    await applyEdit(tx, edit)
    await record(tx, admin, 'service.taken-back', { subjectId: id, reason, at })
  })
}

/** Returns the lines of a place, locking the benefit against concurrent edits; refuses when they differ from what was `seen`. */
async function lockPlace(tx: Database, admin: Admin, place: ServicePlace, at: Date, seen?: string) {
  const [benefit] = await tx
    .select({ id: benefits.id })
    .from(benefits)
    .where(eq(benefits.id, place.benefit))
    .for('update')
  if (!benefit) throw new Refusal('notFound')
  await requireCountry(tx, place.country)
  const lines = await linesOf(admin, place, tx)
  if (seen !== undefined && seen !== seenOf(lines, berlinDate(at))) throw new Refusal('servicesChanged')
  return lines
}

/** In an order in which no two lines ever overlap. */
async function applyEdit(tx: Database, { remove, end }: LineEdit) {
  if (remove.length > 0) await tx.delete(services).where(inArray(services.id, remove))
  for (const { id, effectiveTo } of end)
    await tx.update(services).set({ effectiveTo }).where(eq(services.id, id))
}

/** Refuses a country the programme does not know: it must be, have been or become offered there, or be run by somebody else. */
async function requireCountry(tx: Database, code: string | null) {
  if (code === null) return
  const [country] = await tx.select({ code: countries.code }).from(countries).where(eq(countries.code, code))
  if (!country) throw new Refusal('notFound', 'country')
}

function requireComing(day: string, at: Date) {
  if (day <= berlinDate(at)) throw new Refusal('servicesDay', 'from')
}
