import { domainToASCII } from 'node:url'

/**
 * The one form in which an address is stored and compared: trimmed, lower case, its domain in ASCII (IDNA). Null for what we do
 * not accept: characters that NFKC would change, a local part beyond ASCII, over 254 characters.
 */
export function normaliseEmail(typed: string): string | null {
  const address = typed.trim()
  if (address.normalize('NFKC') !== address) return null
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  if (
    at < 1 ||
    local.length > 64 ||
    !/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/.test(local)
  )
    return null
  const domain = domainToASCII(address.slice(at + 1))
  if (!/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/.test(domain)) return null
  const email = `${local.toLowerCase()}@${domain}`
  return email.length <= 254 ? email : null
}
