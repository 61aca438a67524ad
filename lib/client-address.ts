import 'server-only'
import { env } from '@/lib/env'

/**
 * The client's address, as far as our own proxies vouch for it: with TRUST_PROXY_HOPS = n, the nth address from the right of
 * X-Forwarded-For. Undefined when no proxy is trusted, because anybody can send that header.
 */
export function clientAddress(headers: Headers): string | undefined {
  const hops = env().TRUST_PROXY_HOPS
  if (hops === 0) return undefined
  const addresses = (headers.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  return addresses.at(-hops) || undefined
}
