import { expect, test } from 'vitest'
import { withQuery } from './addresses'

test.each([
  [{}, '/list'],
  [{ state: undefined, page: null, q: '' }, '/list'],
  [{ state: 'open', page: 2 }, '/list?state=open&page=2'],
  [{ next: '/staff/reviews?page=2&a=b' }, '/list?next=%2Fstaff%2Freviews%3Fpage%3D2%26a%3Db'],
])('the address of a page with the query %j', (query, address) => {
  expect(withQuery('/list', query)).toBe(address)
})
