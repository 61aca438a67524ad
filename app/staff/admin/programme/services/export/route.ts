import { z } from 'zod'
import type { Admin } from '@/lib/actor'
import { singleBatch } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'
import { CountryParameter, DayParameter } from '@/lib/services/input'
import { listBenefits, servicesOn } from '@/lib/services/queries'
import { berlinDate } from '@/lib/time'

/** The services of each status on a day (default: today) in a country (default: every country without its own lines). */
export const GET = csvRoute({
  list: 'services',
  page: '/staff/admin/programme/services',
  question: z.object({
    country: CountryParameter.transform((country) => country ?? undefined),
    day: DayParameter.transform((day) => day ?? undefined),
  }),
  rows: (admin, { country, day }, at) => singleBatch(rangeOn(admin, country ?? null, day ?? berlinDate(at))),
  columns: {
    country: ({ country }) => country,
    day: ({ day }) => day,
    benefit: ({ name }) => name,
    status: ({ status }) => status,
    offered: ({ offered }) => offered,
    en: ({ texts }) => texts.en,
    de: ({ texts }) => texts.de,
    ofThisCountry: ({ own }) => own,
    from: ({ from }) => from,
    to: ({ to }) => to,
  },
})

async function rangeOn(admin: Admin, country: string | null, day: string) {
  const cells = await servicesOn(admin, country, day)
  return (await listBenefits(admin)).flatMap(({ id, texts }) =>
    cells.filter(({ benefit }) => benefit === id).map((cell) => ({ ...cell, name: texts.en, country, day })),
  )
}
