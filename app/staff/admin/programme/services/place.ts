import { withQuery } from '@/lib/addresses'

type Place = { benefit: string; status: string; country: string | null }

/** The path of a benefit's lines for a status, in every country or in one; `done` confirms a change. */
export const placePath = ({ benefit, status, country }: Place, done?: string) =>
  withQuery(`/staff/admin/programme/services/${benefit}/${status}`, { country, done })
