/** Every time zone (IANA) that the runtime knows. */
export const TIME_ZONES: readonly string[] = Intl.supportedValuesOf('timeZone')

const zones = new Set(TIME_ZONES)

/** Whether a name is a known time zone. */
export const isTimeZone = (name: string) => zones.has(name)

/** Returns the time zones of a country, from the runtime's own data (CLDR); none for a country where nobody lives. */
export function timeZonesOf(country: string): string[] {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones(): string[] | undefined }
  return (locale.getTimeZones() ?? []).filter(isTimeZone)
}

/** Returns the zone of most of a country, as a default; an admin can choose another one. */
export const usualTimeZone = (country: string) => MAIN[country] ?? timeZonesOf(country)[0] ?? 'Europe/Berlin'

/** Countries with more than one zone. The migration that introduced the centres' zones has the same list. */
const MAIN: Record<string, string> = {
  AQ: 'Antarctica/McMurdo',
  AR: 'America/Buenos_Aires',
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CD: 'Africa/Kinshasa',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  CY: 'Asia/Nicosia',
  DE: 'Europe/Berlin',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  FM: 'Pacific/Ponape',
  GL: 'America/Godthab',
  ID: 'Asia/Jakarta',
  KI: 'Pacific/Tarawa',
  KZ: 'Asia/Almaty',
  MH: 'Pacific/Majuro',
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  MY: 'Asia/Kuala_Lumpur',
  NZ: 'Pacific/Auckland',
  PF: 'Pacific/Tahiti',
  PG: 'Pacific/Port_Moresby',
  PS: 'Asia/Hebron',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  UA: 'Europe/Kiev',
  UM: 'Pacific/Wake',
  US: 'America/New_York',
  UZ: 'Asia/Tashkent',
}
