import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelsAt, scaleOf } from './chart-scale'

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [5, [0, 1, 2, 3, 4, 5]],
  [6, [0, 2, 4, 6]],
  [11, [0, 5, 10, 15]],
  [100, [0, 20, 40, 60, 80, 100]],
  [10_400, [0, 5_000, 10_000, 15_000]],
])('a chart up to %i has ticks at %j', (max, ticks) => {
  expect(scaleOf(max)).toEqual({ top: ticks.at(-1), ticks })
})

test('a scale fits every bar with less than a step to spare, and has at most six ticks, all whole numbers', () => {
  fc.assert(
    fc.property(fc.nat(100_000_000), (max) => {
      const { top, ticks } = scaleOf(max)
      expect(top).toBeGreaterThanOrEqual(max)
      expect(top - Number(ticks[1])).toBeLessThan(Math.max(max, 1))
      expect(ticks.length).toBeLessThanOrEqual(6)
      expect(ticks.every(Number.isInteger)).toBe(true)
    }),
  )
})

test('the last bar has its label at every width, and a narrow chart has no more than three', () => {
  for (const count of [1, 7, 13, 30, 53, 90]) {
    const labels = Array.from({ length: count }, (_, index) => labelsAt(index, count))
    expect(labels.at(-1)).toBe('narrow middle wide')
    for (const [width, room] of [
      ['narrow', 3],
      ['middle', 6],
      ['wide', 10],
    ] as const)
      expect(labels.filter((label) => label.includes(width)).length).toBeLessThanOrEqual(room)
  }
})
