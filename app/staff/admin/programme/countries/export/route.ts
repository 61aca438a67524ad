import { z } from 'zod'
import type { Admin } from '@/lib/actor'
import { listCountries } from '@/lib/countries/queries'
import { singleBatch } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'
import { countMembersByCountry } from '@/lib/overview/queries/members'
import { berlinDate } from '@/lib/time'

export const GET = csvRoute({
  list: 'countries',
  page: '/staff/admin/programme/countries',
  question: z.object({}),
  rows: (admin, _, at) => singleBatch(countriesOn(admin, berlinDate(at))),
  columns: {
    country: ({ code }) => code,
    state: ({ state }) => state,
    offeredFrom: ({ period }) => period.from,
    offeredTo: ({ period }) => period.to,
    members: ({ members }) => members,
    operator: ({ operator }) => operator,
    operatorUrl: ({ url }) => url,
  },
})

async function countriesOn(admin: Admin, day: string) {
  const [listed, memberCounts] = [await listCountries(admin, day), await countMembersByCountry(admin, day)]
  return listed.map((country) => ({ ...country, members: memberCounts[country.code] ?? 0 }))
}
