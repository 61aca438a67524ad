import 'server-only'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { appDatabase } from '@/db/client'
import { Refusal } from '@/lib/errors'

/** What is limited, in points per seconds. */
const LIMITS = {
  'sign-in-address': { points: 5, duration: 15 * 60 },
  'sign-in-client': { points: 30, duration: 15 * 60 },
  'sign-in-everyone': { points: 3000, duration: 60 },
  // A ceremony begun by somebody signed in, and by somebody who is not: each visit to the sign-in page begins one.
  factor: { points: 40, duration: 15 * 60 },
  'passkey-client': { points: 300, duration: 15 * 60 },
  'passkey-everyone': { points: 6000, duration: 60 },
  upload: { points: 60, duration: 60 * 60 },
  // Three of a million app codes are valid at a time, so 60 tries a day find one in 15 years.
  'factor-code': { points: 10, duration: 15 * 60 },
  'factor-code-day': { points: 60, duration: 24 * 60 * 60 },
  'factor-recovery': { points: 10, duration: 60 * 60 },
  'factor-reset': { points: 5, duration: 24 * 60 * 60 },
  'email-change': { points: 5, duration: 24 * 60 * 60 },
} as const

export type Limit = keyof typeof LIMITS

const limiters = new Map<Limit, RateLimiterPostgres>()

/**
 * Takes one point of the limit `name` for `key` (an account, an address, a client).
 * Refuses with 'tooMany' when none is left. If the store is down it throws: limits fail closed.
 */
export async function consume(name: Limit, key: string | number) {
  try {
    await limiter(name).consume(key)
  } catch (error) {
    if (error instanceof RateLimiterRes) throw new Refusal('tooMany')
    throw error
  }
}

function limiter(name: Limit) {
  const existing = limiters.get(name)
  if (existing) return existing
  const created = new RateLimiterPostgres({
    storeClient: appDatabase().pool,
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix: name,
    clearExpiredByTimeout: false,
    ...LIMITS[name],
  })
  limiters.set(name, created)
  return created
}
