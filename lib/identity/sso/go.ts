import 'server-only'
import { headers } from 'next/headers'
import { paths } from '@/lib/addresses'
import { clientAddress } from '@/lib/client-address'
import { env, singleSignOn } from '@/lib/env'
import { Refusal } from '@/lib/errors'
import { startSso } from '@/lib/identity/sso/commands/start'
import { PROVIDER } from '@/lib/identity/sso/rules'
import { keepSso } from '../cookies'
import { signIn } from '../next-auth'

type SsoRequest = Omit<Parameters<typeof startSso>[0], 'client'>

/**
 * Returns the provider's address to redirect this browser to, and stores the attempt. `again` makes the provider ask for all
 * factors again.
 */
export async function goToProvider(request: SsoRequest, again = false): Promise<string> {
  const client = clientAddress(await headers())
  const token = await startSso({ ...request, client }, new Date())
  const address = await signIn(
    PROVIDER,
    { redirect: false, redirectTo: paths.signIn },
    providerParameters(again),
  )
  // next-auth returns our own sign-in page when it could not reach the provider.
  if (typeof address !== 'string' || new URL(address).origin === env().APP_URL)
    throw new Refusal('ssoUnreachable')
  await keepSso(token)
  return address
}

/** The level that proves a second factor is requested in both ways: Keycloak reads the first, Entra ID the second. */
function providerParameters(again: boolean): Record<string, string> {
  const levels = singleSignOn()?.proofs.acr ?? []
  return {
    ...(again && { prompt: 'login', max_age: '0' }),
    ...(levels.length > 0 && {
      acr_values: levels.join(' '),
      claims: JSON.stringify({ id_token: { acrs: { essential: true, value: levels[0] } } }),
    }),
  }
}
