import type { centres } from '@/db/schema'

/** Everyone in the demo signs in as name@lumix-pro.example; `.example` is reserved, so no such address exists (RFC 2606). */
export const addressOf = (name: string) => `${name}@lumix-pro.example`

type Centre = Omit<typeof centres.$inferInsert, 'languages'> & { key: string; languages: string[] }

/**
 * Five fictitious service centres. `desk.tokyo` works at the one with the key `tokyo`. The decision and the date of the
 * clauses are placeholders until Panasonic confirms each centre's legal basis.
 */
export const CENTRES: readonly Centre[] = [
  {
    key: 'tokyo',
    name: 'Kohaku Camera Service',
    city: 'Tokyo',
    country: 'JP',
    timeZone: 'Asia/Tokyo',
    languages: ['ja', 'en'],
    legalBasis: 'adequacy',
    adequacyDecision: 'Placeholder: Implementing Decision (EU) 2019/419',
  },
  {
    key: 'hamburg',
    name: 'Kamerawerkstatt Alsterknick',
    city: 'Hamburg',
    country: 'DE',
    timeZone: 'Europe/Berlin',
    languages: ['de', 'en'],
    legalBasis: 'eu',
  },
  {
    key: 'lyon',
    name: 'Atelier Photo Belleroche',
    city: 'Lyon',
    country: 'FR',
    timeZone: 'Europe/Paris',
    languages: ['fr'],
    legalBasis: 'eu',
  },
  {
    key: 'poznan',
    name: 'Serwis Foto Jaskółka',
    city: 'Poznań',
    country: 'PL',
    timeZone: 'Europe/Warsaw',
    languages: ['pl'],
    legalBasis: 'eu',
  },
  {
    key: 'portland',
    name: 'Bluewren Camera Repair',
    city: 'Portland',
    country: 'US',
    timeZone: 'America/Los_Angeles',
    languages: ['en', 'es'],
    contact: 'Placeholder: the date of the clauses is not confirmed',
    legalBasis: 'clauses',
    clausesOn: '2026-01-15',
  },
]

/** Centres where the person at the desk is also the lead. */
export const LED = ['tokyo', 'hamburg', 'lyon']

type Staff = { name: string; role: 'reviewer' | 'admin'; language: 'en' | 'de'; ownMembership?: string }

/** `npm run demo` names the first of each role. */
export const STAFF: readonly Staff[] = [
  { name: 'reviewer', role: 'reviewer', language: 'en' },
  // This is Żaneta: her own registrations never reach her queue.
  { name: 'reviewer.two', role: 'reviewer', language: 'de', ownMembership: 'zaneta' },
  { name: 'admin', role: 'admin', language: 'en' },
  { name: 'admin.two', role: 'admin', language: 'de' },
]

export type Person = {
  name: string
  firstName: string
  surname: string
  bornOn: string
  country: string
  language: 'en' | 'de'
  /** How many days ago they joined. */
  joined: number
}

const person = (
  name: string,
  [firstName, surname]: [string, string],
  bornOn: string,
  country: string,
  language: 'en' | 'de',
  joined: number,
): Person => ({ name, firstName, surname, bornOn, country, language, joined })

/** All fictitious, in the order of joining; what happens to them is in `purchases.ts` and `by-hand.ts`. */
export const MEMBERS: readonly Person[] = [
  // Gold, and two more in review.
  person('ruben', ['Ruben', 'Probekötter'], '1984-03-02', 'DE', 'de', 312),
  // Was Gold; the term has ended.
  person('gaia', ['Gaia', 'Esempioni'], '1979-11-21', 'IT', 'en', 310),
  // Ended the membership; what she sold belongs to Gaia now.
  person('anselma', ['Anselma', 'Platzhalter'], '1968-07-30', 'BE', 'en', 308),
  // Silver; sold the camera that Irmela has registered since, and has begun a new list.
  person('knut', ['Knut', 'Vorführmann'], '1971-01-16', 'DE', 'de', 262),
  // Silver; a refusal that she appealed, of a unit that is verified for Gil; and a request to correct her name.
  person('nora', ['Nora', 'Samplewood'], '1990-05-09', 'GB', 'en', 255),
  // Black, by invitation.
  person('reto', ['Reto', 'Beispieler'], '1965-12-04', 'AT', 'de', 240),
  // Platinum, and one refusal.
  person('odile', ['Odile', 'Exemplaire-Roux'], '1988-08-19', 'FR', 'en', 236),
  // Suspended, and one camera stolen.
  person('birte', ['Birte', 'Attrappe'], '1993-02-27', 'DE', 'de', 210),
  // Silver, with a name of 56 characters.
  person(
    'maximiliane',
    ['Maximiliane-Philippa', 'Freifrau Ohnesorge von Musterfelden'],
    '1957-06-11',
    'DE',
    'de',
    205,
  ),
  // Red: two verified, of which one does not count, one withdrawn.
  person('gil', ['Gil', 'Testerby'], '1996-10-13', 'GB', 'en', 190),
  // Red: two verified, one asked again for a blur, one refused.
  person('thea', ['Thea', 'Beispielmann'], '2001-04-25', 'DE', 'de', 150),
  // Red: asked again for everything.
  person('lucia', ['Lucía', 'Muestrario Peña'], '1982-09-08', 'ES', 'en', 120),
  // Red: all in review.
  person('zaneta', ['Żaneta', 'Przykładowska'], '1987-01-05', 'PL', 'en', 34),
  // Red: a unit that is verified for Knut, and a file that cannot be read.
  person('irmela', ['Irmela', 'Müsterhagen'], '1974-12-31', 'DE', 'de', 21),
  // Red, with nothing yet.
  person('ole', ['Ole', 'Exempelsson'], '1999-03-18', 'SE', 'en', 2),
]
