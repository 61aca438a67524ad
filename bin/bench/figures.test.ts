import { expect, test } from 'vitest'
import { compare, growth, median, percentile } from './figures'

const burst = (times: number[], seconds = 1, cpu = seconds) => ({ times, seconds, cpu })

test('a percentile is a value that was measured', () => {
  const values = Array.from({ length: 100 }, (_, i) => 100 - i)
  expect([0.5, 0.95, 0.99, 1].map((share) => percentile(values, share))).toEqual([50, 95, 99, 100])
  expect(percentile([7], 0.5)).toBe(7)
  expect(percentile([], 0.5)).toBeNaN()
})

test('a median lies between the two in the middle', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5])
})

test('each round is compared with the floor of the same round, so one bad round does not matter', () => {
  const floor = { name: 'floor', bursts: [burst([1, 1, 1, 1]), burst([1, 1, 1, 1]), burst([9], 9, 1)] }
  const page = { name: 'page', bursts: [burst([2, 2]), burst([2, 2]), burst([90], 90)] }
  expect(compare(page, floor)).toEqual({ throughput: 0.5, p95: 2, cpu: 2 })
})

test('growth is how much more the large set costs, relative to the floors of the same round', () => {
  const floor = { name: 'floor', bursts: [burst([1, 1, 1, 1]), burst([2, 2], 1, 2)] }
  const small = { name: 'page', bursts: [burst([1, 1, 1, 1]), burst([2, 2], 1, 2)] }
  const large = { name: 'page', bursts: [burst([3, 3]), burst([6], 1, 2)] }
  expect(growth([small, floor], [large, floor])).toEqual({ throughput: 2, p95: 3, cpu: 2 })
})
