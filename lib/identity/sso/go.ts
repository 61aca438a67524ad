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

type Asked = Omit<Parameters<typeof startSso>[0], 'client'>

/** Returns the provider's address to lead this browser to; what it comes back for is kept. `again` asks to show it all again. */
export async function goToProvider(asked: Asked, anew = false): Promise<string> {
  const client = clientAddress(await headers())
  const token = await startSso({ ...asked, client }, new Date())
  const address = await signIn(
    PROVIDER,
    { redirect: false, redirectTo: paths.signIn },
    providerParameters(anew),
  )
  // next-auth leads to our own sign-in page when it could not reach the provider.
  if (typeof address !== 'string' || new URL(address).origin === env().APP_URL)
    throw new Refusal('ssoUnreachable')
  await keepSso(token)
  return address
}

/** The level that proves a second factor is asked for in both ways: Keycloak reads the first, Entra ID the second. */
function providerParameters(anew: boolean): Record<string, string> {
  const levels = singleSignOn()?.proofs.acr ?? []
  return {
    ...(anew && { prompt: 'login', max_age: '0' }),
    ...(levels.length > 0 && {
      acr_values: levels.join(' '),
      claims: JSON.stringify({ id_token: { acrs: { essential: true, value: levels[0] } } }),
    }),
  }
}
