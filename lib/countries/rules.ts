/** ISO 3166-1 alpha-2, the 249 officially assigned codes. */
export const COUNTRY_CODES = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR ' +
  'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
  'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT ' +
  'MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW ' +
  'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG ' +
  'UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ')

const codes = new Set(COUNTRY_CODES)
const names = new Map<string, Intl.DisplayNames>()

/** Whether a code is an assigned one, in upper case. */
export function isCountry(code: string): boolean {
  return codes.has(code)
}

/**
 * Returns the name of a country in a language (BCP 47), from the runtime's own data (CLDR); the code itself when it is unknown.
 */
export function countryName(code: string, language: string): string {
  return isCountry(code) ? (namesIn(language).of(code) ?? code) : code
}

/** Returns all countries, or the given ones, with their names in a language, in that language's order. */
export function countriesIn(language: string, codes: readonly string[] = COUNTRY_CODES) {
  const order = new Intl.Collator(language)
  return codes
    .map((code) => ({ code, name: countryName(code, language) }))
    .sort((a, b) => order.compare(a.name, b.name))
}

/** From which calendar day to which a country is offered, both included; no `to` while it is open-ended. */
export type OfferPeriod = { from: string | null; to: string | null }

export type Offer = 'never' | 'coming' | 'offered' | 'ending' | 'ended'

/** Returns the state of a country on a calendar day. `ending` is still offered, with a last day. */
export function offerOn({ from, to }: OfferPeriod, day: string): Offer {
  if (!from) return 'never'
  if (from > day) return 'coming'
  if (!to) return 'offered'
  return to >= day ? 'ending' : 'ended'
}

/** Whether one can join from a country, or move there, on a calendar day. */
export const isOffered = (period: OfferPeriod, day: string) =>
  ['offered', 'ending'].includes(offerOn(period, day))

function namesIn(language: string): Intl.DisplayNames {
  const displayNames = names.get(language) ?? new Intl.DisplayNames(language, { type: 'region' })
  names.set(language, displayNames)
  return displayNames
}
