import { addDays } from '@/lib/time'

/** The statuses with services: Red has none. */
export const STATUSES_WITH_SERVICES = ['silver', 'gold', 'platinum', 'black'] as const
export type StatusWithServices = (typeof STATUSES_WITH_SERVICES)[number]

/**
 * When a line of one benefit, status and country applies: calendar dates, both included; no last day: until further notice.
 * `continues`: it replaced the line before, which continues when this one is withdrawn.
 */
export type DatedLine = { id: string; effectiveFrom: string; effectiveTo: string | null; continues: boolean }

/** An edit of the lines of one place: removes coming ones, sets the last day of others, and adds one. */
export type LineEdit = {
  remove: string[]
  end: { id: string; effectiveTo: string | null }[]
  add?: Omit<DatedLine, 'id'>
}

const covers = (line: DatedLine, day: string) =>
  line.effectiveFrom <= day && (line.effectiveTo === null || line.effectiveTo >= day)

/** Returns the line that applies on a day, if any. */
export const lineOn = <L extends DatedLine>(lines: readonly L[], day: string): L | undefined =>
  lines.find((line) => covers(line, day))

/**
 * Returns the edit for a new line from a day on: it takes the remaining time of the line that would apply then, which ends the
 * day before, or is removed if it was to begin on that day. Where none would apply, it lasts until the next begins.
 */
export function changeFrom(lines: readonly DatedLine[], day: string): LineEdit {
  const current = lineOn(lines, day)
  const next = lines
    .filter(({ effectiveFrom }) => effectiveFrom > day)
    .map(({ effectiveFrom }) => effectiveFrom)
    .sort()[0]
  const effectiveTo = current ? current.effectiveTo : next ? addDays(next, -1) : null
  const add = { effectiveFrom: day, effectiveTo, continues: current !== undefined }
  if (!current) return { remove: [], end: [], add }
  if (current.effectiveFrom === day)
    return { remove: [current.id], end: [], add: { ...add, continues: current.continues } }
  return { remove: [], end: [{ id: current.id, effectiveTo: addDays(day, -1) }], add }
}

/**
 * Returns the edit that leaves no line from a day on: removes those that begin then or later, and ends the one that would apply
 * then. Null when there is nothing to end.
 */
export function endFrom(lines: readonly DatedLine[], day: string): LineEdit | null {
  const remove = lines.filter(({ effectiveFrom }) => effectiveFrom >= day).map(({ id }) => id)
  const current = lines.find((line) => line.effectiveFrom < day && covers(line, day))
  const end = current ? [{ id: current.id, effectiveTo: addDays(day, -1) }] : []
  return remove.length + end.length > 0 ? { remove, end } : null
}

/**
 * Returns the edit that withdraws a coming line: the one it replaced continues. Null when it has begun, or is not among these.
 */
export function withdrawLine(lines: readonly DatedLine[], id: string, today: string): LineEdit | null {
  const line = lines.find((one) => one.id === id)
  if (!line || line.effectiveFrom <= today) return null
  const dayBefore = addDays(line.effectiveFrom, -1)
  const before = line.continues ? lines.find(({ effectiveTo }) => effectiveTo === dayBefore) : undefined
  return { remove: [id], end: before ? [{ id: before.id, effectiveTo: line.effectiveTo }] : [] }
}

/** Returns the lines after an edit, by their first day; `added` is the id of the added one. */
export function applyLineEdit(
  lines: readonly DatedLine[],
  { remove, end, add }: LineEdit,
  added = 'added',
): DatedLine[] {
  return [
    ...lines
      .filter(({ id }) => !remove.includes(id))
      .map((line) => ({ ...line, ...end.find(({ id }) => id === line.id) })),
    ...(add ? [{ id: added, ...add }] : []),
  ].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
}

/** Returns a fingerprint of the lines of a place when somebody decided to edit them, so that the second of two is refused. */
export const seenOf = (lines: readonly DatedLine[], today: string) =>
  lines
    .filter(({ effectiveTo }) => effectiveTo === null || effectiveTo >= today)
    .map(({ id, effectiveTo }) => `${id.slice(0, 8)}${effectiveTo ?? ''}`)
    .join('.')
