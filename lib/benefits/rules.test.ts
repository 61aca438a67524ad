import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '@/lib/calendar'
import { changeFrom, type Dated, edited, lineOn, stopFrom, takeBack } from './rules'

const TODAY = '2026-11-25'
const day = fc.integer({ min: 1, max: 30 }).map((count) => addDays(TODAY, count))
const DAYS = Array.from({ length: 80 }, (_, n) => addDays(TODAY, n - 40))

type Act = { kind: 'change' | 'stop' | 'takeBack'; day: string; pick: number }
const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('change', 'stop', 'takeBack'),
  day,
  pick: fc.nat(9),
})
const start: fc.Arbitrary<Dated[]> = fc.constantFrom<Dated[][]>(
  [],
  [{ id: 'a', effectiveFrom: '2026-11-01', effectiveTo: null, continues: false }],
  [
    { id: 'a', effectiveFrom: '2026-10-20', effectiveTo: '2026-11-10', continues: false },
    { id: 'b', effectiveFrom: '2026-11-20', effectiveTo: '2026-12-01', continues: false },
  ],
)

function apply(lines: Dated[], one: Act, name: string): Dated[] {
  if (one.kind === 'change') return edited(lines, changeFrom(lines, one.day), name)
  if (one.kind === 'stop') {
    const edit = stopFrom(lines, one.day)
    return edit ? edited(lines, edit) : lines
  }
  const edit = takeBack(lines, lines[one.pick % Math.max(1, lines.length)]?.id ?? '', TODAY)
  return edit ? edited(lines, edit) : lines
}

test('whatever is edited in whatever order, no two lines overlap, dates are right, and the past stays', () => {
  fc.assert(
    fc.property(start, fc.array(act, { maxLength: 12 }), (first, acts) => {
      let lines = first
      acts.forEach((one, n) => {
        const before = lines
        lines = apply(lines, one, `n${n}`)
        for (const at of DAYS) {
          expect(lines.filter((line) => line === lineOn([line], at)).length).toBeLessThanOrEqual(1)
          if (at <= TODAY) expect(lineOn(lines, at)?.id).toBe(lineOn(before, at)?.id)
        }
        for (const { effectiveFrom, effectiveTo } of lines)
          expect(effectiveTo === null || effectiveTo >= effectiveFrom).toBe(true)
      })
    }),
  )
})

test('a change leaves no gap, touches nothing before its day, and nothing after the line it is in', () => {
  fc.assert(
    fc.property(start, fc.array(act, { maxLength: 8 }), day, (first, acts, from) => {
      const before = acts.reduce((lines, one, n) => apply(lines, one, `n${n}`), first)
      const after = edited(before, changeFrom(before, from))
      const until = lineOn(after, from)?.effectiveTo ?? '9999-12-31'
      for (const at of DAYS) {
        if (at < from || at > until) expect(lineOn(after, at)?.id).toBe(lineOn(before, at)?.id)
        else expect(lineOn(after, at)?.id).toBe('added')
      }
    }),
  )
})

test('from the day a line is stopped on there is none', () => {
  fc.assert(
    fc.property(start, fc.array(act, { maxLength: 8 }), day, (first, acts, from) => {
      const before = acts.reduce((lines, one, n) => apply(lines, one, `n${n}`), first)
      const edit = stopFrom(before, from)
      const after = edit ? edited(before, edit) : before
      for (const at of DAYS)
        expect(lineOn(after, at)?.id).toBe(at < from ? lineOn(before, at)?.id : undefined)
    }),
  )
})

test('a change that is taken back is as if it had never been', () => {
  fc.assert(
    fc.property(start, day, (first, from) => {
      const changed = edited(first, changeFrom(first, from))
      const back = takeBack(changed, 'added', TODAY)
      expect(back && edited(changed, back)).toEqual(first)
    }),
  )
})

test('a line that has begun is not taken back', () => {
  const lines = [{ id: 'a', effectiveFrom: TODAY, effectiveTo: null, continues: false }]
  expect(takeBack(lines, 'a', TODAY)).toBeNull()
  expect(takeBack(lines, 'unknown', TODAY)).toBeNull()
  expect(stopFrom([], addDays(TODAY, 1))).toBeNull()
})
