import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '@/lib/time'
import { applyLineEdit, changeFrom, type DatedLine, endFrom, lineOn, seenOf, withdrawLine } from './rules'

const TODAY = '2026-11-25'
const day = fc.integer({ min: 1, max: 30 }).map((count) => addDays(TODAY, count))
const DAYS = Array.from({ length: 80 }, (_, n) => addDays(TODAY, n - 40))

type Act = { kind: 'change' | 'stop' | 'withdraw'; day: string; pick: number }
const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('change', 'stop', 'withdraw'),
  day,
  pick: fc.nat(9),
})
const start: fc.Arbitrary<DatedLine[]> = fc.constantFrom<DatedLine[][]>(
  [],
  [{ id: 'a', effectiveFrom: '2026-11-01', effectiveTo: null, continues: false }],
  [
    { id: 'a', effectiveFrom: '2026-10-20', effectiveTo: '2026-11-10', continues: false },
    { id: 'b', effectiveFrom: '2026-11-20', effectiveTo: '2026-12-01', continues: false },
  ],
)

function apply(lines: DatedLine[], one: Act, name: string): DatedLine[] {
  if (one.kind === 'change') return applyLineEdit(lines, changeFrom(lines, one.day), name)
  if (one.kind === 'stop') {
    const edit = endFrom(lines, one.day)
    return edit ? applyLineEdit(lines, edit) : lines
  }
  const edit = withdrawLine(lines, lines[one.pick % Math.max(1, lines.length)]?.id ?? '', TODAY)
  return edit ? applyLineEdit(lines, edit) : lines
}

test('after any sequence of edits, no two lines overlap, dates are valid, and the past is unchanged', () => {
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

test('a change leaves no gap, and affects nothing before its day or after the line it replaces', () => {
  fc.assert(
    fc.property(start, fc.array(act, { maxLength: 8 }), day, (first, acts, from) => {
      const before = acts.reduce((lines, one, n) => apply(lines, one, `n${n}`), first)
      const after = applyLineEdit(before, changeFrom(before, from))
      const until = lineOn(after, from)?.effectiveTo ?? '9999-12-31'
      for (const at of DAYS) {
        if (at < from || at > until) expect(lineOn(after, at)?.id).toBe(lineOn(before, at)?.id)
        else expect(lineOn(after, at)?.id).toBe('added')
      }
    }),
  )
})

test('from the day a line ends there is none', () => {
  fc.assert(
    fc.property(start, fc.array(act, { maxLength: 8 }), day, (first, acts, from) => {
      const before = acts.reduce((lines, one, n) => apply(lines, one, `n${n}`), first)
      const edit = endFrom(before, from)
      const after = edit ? applyLineEdit(before, edit) : before
      for (const at of DAYS)
        expect(lineOn(after, at)?.id).toBe(at < from ? lineOn(before, at)?.id : undefined)
    }),
  )
})

test('a withdrawn change leaves no trace', () => {
  fc.assert(
    fc.property(start, day, (first, from) => {
      const changed = applyLineEdit(first, changeFrom(first, from))
      const back = withdrawLine(changed, 'added', TODAY)
      expect(back && applyLineEdit(changed, back)).toEqual(first)
    }),
  )
})

test('a line that has begun cannot be withdrawn', () => {
  const lines = [{ id: 'a', effectiveFrom: TODAY, effectiveTo: null, continues: false }]
  expect(withdrawLine(lines, 'a', TODAY)).toBeNull()
  expect(withdrawLine(lines, 'unknown', TODAY)).toBeNull()
  expect(endFrom([], addDays(TODAY, 1))).toBeNull()
})

describe('an edit contains only what is necessary', () => {
  const line = (
    id: string,
    effectiveFrom: string,
    effectiveTo: string | null,
    continues = false,
  ): DatedLine => ({
    id,
    effectiveFrom,
    effectiveTo,
    continues,
  })
  const running = line('a', '2026-11-01', '2026-12-31')

  test('a line where there is none lasts until the next one, and continues nothing', () => {
    const coming = [line('c', '2027-03-01', null), line('b', '2027-01-10', '2027-01-20')]
    expect(changeFrom(coming, '2027-01-01')).toEqual({
      remove: [],
      end: [],
      add: { effectiveFrom: '2027-01-01', effectiveTo: '2027-01-09', continues: false },
    })
    expect(changeFrom([], '2027-01-01')).toEqual({
      remove: [],
      end: [],
      add: { effectiveFrom: '2027-01-01', effectiveTo: null, continues: false },
    })
  })

  test('a line from the first day of another one replaces it, and continues what that one did', () => {
    for (const continues of [true, false])
      expect(changeFrom([line('b', '2026-12-01', null, continues)], '2026-12-01')).toEqual({
        remove: ['b'],
        end: [],
        add: { effectiveFrom: '2026-12-01', effectiveTo: null, continues },
      })
  })

  test('ending on the first day of a line removes it and ends none', () => {
    const after = line('b', '2027-01-01', null)
    expect(endFrom([running, after], '2027-01-01')).toEqual({ remove: ['b'], end: [] })
    expect(endFrom([running, after], '2026-12-01')).toEqual({
      remove: ['b'],
      end: [{ id: 'a', effectiveTo: '2026-11-30' }],
    })
  })

  test('withdrawing a line that continues nothing extends nothing, though another one ended the day before', () => {
    expect(withdrawLine([running, line('b', '2027-01-01', null)], 'b', TODAY)).toEqual({
      remove: ['b'],
      end: [],
    })
    expect(withdrawLine([running, line('b', '2027-01-01', null, true)], 'b', TODAY)).toEqual({
      remove: ['b'],
      end: [{ id: 'a', effectiveTo: null }],
    })
  })

  test('lines are sorted by day', () => {
    const [first, second, third] = ['2026-11-01', '2026-12-01', '2027-01-01'].map((from) =>
      line(from, from, from),
    )
    const nothing = { remove: [], end: [] }
    expect(applyLineEdit([third, first, second] as DatedLine[], nothing)).toEqual([first, second, third])
    const add = { effectiveFrom: '2026-12-15', effectiveTo: null, continues: false }
    const ids = applyLineEdit([first, third] as DatedLine[], { ...nothing, add }).map(({ id }) => id)
    expect(ids).toEqual(['2026-11-01', 'added', '2027-01-01'])
  })

  test('the seen state is every line that is not over, with its last day', () => {
    const seen = seenOf(
      [
        line('11111111-1111', '2026-01-01', '2026-11-24'),
        line('22222222-2222', '2026-11-01', TODAY),
        line('33333333-3333', '2026-12-01', null),
      ],
      TODAY,
    )
    expect(seen).toBe(`22222222${TODAY}.33333333`)
  })
})
