import type { Centre } from '@/lib/centres/input'

/** Form input for a service centre; `over` overrides what matters to a test. */
export const aCentreInput = (over: Partial<Centre> = {}): Centre => ({
  name: `Centre ${crypto.randomUUID()}`,
  city: 'Lyon',
  country: 'FR',
  timeZone: 'Europe/Paris',
  languages: ['fr'],
  contact: undefined,
  lead: undefined,
  basis: 'eu',
  decision: undefined,
  clausesOn: undefined,
  ...over,
})
