import { withQuery } from '@/lib/addresses'

type Place = { benefit: string; status: string; country: string | null }

/** The page of what a status gets of a benefit, in every country or in one; and what was just done there. */
export const placePath = ({ benefit, status, country }: Place, done?: string) =>
  withQuery(`/staff/admin/programme/services/${benefit}/${status}`, { country, done })
