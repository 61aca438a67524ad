import { type NextRequest, NextResponse } from 'next/server'
import { chooseLanguage, LANGUAGE_COOKIE } from '@/lib/i18n/languages'

/**
 * Sets headers, and protects nothing: who may do what is decided in lib, beside the data.
 * Uploads are left out, because a request that passes here is cut at 10 MB without an error.
 */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const requestId = crypto.randomUUID()
  const policy = contentSecurityPolicy(nonce)

  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-request-id', requestId)
  headers.set('x-path', request.nextUrl.pathname)
  headers.set('content-security-policy', policy)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-request-id', requestId)
  // Error pages read these from here: it is the one response header that a page can see of itself.
  const language = chooseLanguage(
    request.cookies.get(LANGUAGE_COOKIE)?.value,
    request.headers.get('accept-language'),
  )
  response.headers.set('server-timing', `request;desc="${requestId}", language;desc="${language}"`)
  return response
}

export const config = {
  matcher: ['/((?!uploads$|files/|_next/static/|healthz$|readyz$|favicon.(?:svg|ico)$).*)'],
}

/** Without JavaScript a form's answer leads to the provider of single sign-on, which a browser counts as where it goes. */
const PROVIDER = process.env.SSO_ISSUER ? ` ${new URL(process.env.SSO_ISSUER).origin}` : ''

const isDevelopment = process.env.NODE_ENV === 'development'

function contentSecurityPolicy(nonce: string) {
  const script = `'self' 'nonce-${nonce}' 'strict-dynamic'`
  return [
    `default-src 'self'`,
    `script-src ${script}${isDevelopment ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' ${isDevelopment ? `'unsafe-inline'` : `'nonce-${nonce}'`}`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' blob: data:`,
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    `worker-src 'self' blob:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'${PROVIDER}`,
    `frame-ancestors 'none'`,
  ].join('; ')
}
