import { expect, test } from 'vitest'
import { withQuestion } from './addresses'

test.each([
  [{}, '/list'],
  [{ state: undefined, page: null, q: '' }, '/list'],
  [{ state: 'open', page: 2 }, '/list?state=open&page=2'],
  [{ next: '/staff/reviews?page=2&a=b' }, '/list?next=%2Fstaff%2Freviews%3Fpage%3D2%26a%3Db'],
])('a page with the question %j', (question, address) => {
  expect(withQuestion('/list', question)).toBe(address)
})
